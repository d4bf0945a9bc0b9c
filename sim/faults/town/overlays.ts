/** A rule of a simulated world's own. */
const says = <Value>(value: Value) => ({
  value,
  assumption: 'chosen so that a simulated world meets every rule',
});

/** Resources and needs are shared (双报到), as no pack of Beijing has it. */
const sharing = {
  kinds: { venue: { zh: '场地', en: 'Venues' } },
  points: { samePlace: says(50), sameDistrict: says(20), capacity: says(50) },
};

/** The watch needs no weeks to learn what is usual: a few requests of an hour raise a warning. */
const early = { warning: { learn: { warmUp: says('P0D') } } };

/**
 * The packs that worlds run under, each laid on a shipped one: together they take every choice a pack has. Titles and
 * bases are those of the pack below.
 */
export const overlays = {
  /** Called back at the answer. */
  street: { base: 'beijing-2019', overlay: { sharing, early } },
  /** Called back at the deadline. */
  catalogue: { base: 'beijing-2023', overlay: { early } },
  /** Clocks from the signature that wait for disputes and whistles; whistles through the district, with outputs and ratings. */
  careful: {
    base: 'beijing-2023',
    overlay: {
      sharing,
      early,
      dispute: { handlingClock: says('pauses'), arbiter: says('city') },
      handling: { startsAt: says('sign'), extension: { timesMax: says(3) } },
      whistleKinds: {
        emergency: { single: says('district'), passWithin: says('PT20M') },
        enforcement: {
          leadClock: says('pauses'),
          single: says('district'),
          passWithin: says('PT2H'),
          release: says(['blower', 'lead', 'area', 'supervisor']),
          rating: { by: says('both'), board: says('annual') },
        },
        'key-work': {
          relations: says(['lead', 'area']),
          blowers: says(['subdistrict', 'bureau', 'department']),
          arriveWithin: says('none'),
          endsWhen: says('released'),
          delayTo: says('summoned'),
          outputs: says([
            { key: 'letter', title: { zh: '函告', en: 'Letter' }, count: 1 },
            { key: 'lists', title: { zh: '清单', en: 'Lists' }, count: 2 },
          ]),
        },
      },
      callback: { trigger: says('atAnswer'), delay: says('PT1H') },
    },
  },
  /** Five powers of the street, and a special check of departments. */
  powers: { base: 'daan', overlay: { sharing, early } },
  /** Orders count as signed when they arrive; the first unresolved callback is final. */
  hasty: {
    base: 'beijing-2019',
    overlay: {
      sharing,
      early,
      handling: { startsAt: says('request'), signing: says('automatic'), contactLimit: says('none') },
      reopen: { timesMax: says(0) },
      escalation: { superviseAfterTransfers: says(1) },
    },
  },
} as const satisfies Record<string, { readonly base: string; readonly overlay: object }>;

export type TownPack = keyof typeof overlays;

export const townPacks = Object.keys(overlays) as readonly TownPack[];

import { join } from 'node:path';
import { readCity } from '../../../../functions/adapters/rules/read-city.ts';
import type { City } from '../../../../functions/core/city/city.ts';
import { compileCity } from '../../../../functions/core/city/compile-city.ts';
import { beijing } from '../../../support/beijing.ts';

const known = new Map<string, City>();

/** A rule of the test's own, as a pack writes it. */
const says = <Value>(value: Value) => ({ value, assumption: 'a test says so' });

/** Beijing under a pack of the test's own, laid on `beijing-2023`. */
function cityWith(id: string, overlay: object): City {
  const there = known.get(id);
  if (there !== undefined) return there;
  const sources = JSON.parse(beijing('beijing-2023').sources);
  const own = { schema: 'citywhistle/policy@1', id, extends: 'beijing-2023', ...overlay };
  const read = compileCity(`test-${id}`, {
    ...sources,
    pack: id,
    packs: { ...sources.packs, [id]: own },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  known.set(id, read.value);
  return read.value;
}

/** Every choice of a pack that the shipped ones leave out: working days, clocks from the signature, pauses, the city as arbiter. */
export const otherwise = () =>
  cityWith('otherwise', {
    tiers: { general: { limit: says('P5D'), calendar: 'cn-workdays' }, complex: { calendar: 'cn-workdays' } },
    dispute: { handlingClock: says('pauses'), arbiter: says('city') },
    handling: { startsAt: says('sign'), extension: { timesMax: says(3) } },
    whistleKinds: {
      emergency: { single: says('district'), passWithin: says('PT20M') },
      enforcement: {
        leadClock: says('pauses'),
        single: says('district'),
        passWithin: says('PT2H'),
        release: says(['blower', 'lead', 'area', 'supervisor']),
        rating: { by: says('both'), board: says('mutual') },
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
  });

/** Orders count as signed when they arrive, their clock from the citizen's call; the first unresolved callback is final. */
const automatic = () =>
  cityWith('automatic', {
    handling: { startsAt: says('request'), signing: says('automatic'), contactLimit: says('none') },
    reopen: { timesMax: says(0) },
    escalation: { superviseAfterTransfers: says(1) },
  });

/** Beijing whose four tiers count China's working days. */
export const workdays = () =>
  cityWith('workdays', {
    tiers: Object.fromEntries(
      ['emergency', 'basics', 'general', 'complex'].map((tier) => [tier, { calendar: 'cn-workdays' }]),
    ),
  });

function baltimore(): City {
  const dataDir = join(import.meta.dirname, '../../../../functions');
  const read = readCity({ dataDir, city: 'baltimore', pack: 'baltimore', speed: 1 });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The cities that random lives are led in. */
export const sampleCities: readonly (readonly [string, () => City])[] = [
  ['beijing-2019', () => beijing('beijing-2019')],
  ['beijing-2023', () => beijing('beijing-2023')],
  ['baltimore', baltimore],
  ['otherwise', otherwise],
  ['automatic', automatic],
];

import type { Rules } from '../../../functions/core/rules/rules.ts';
import type { DurationMs } from '../../../functions/core/time.ts';
import { discrete } from '../../engine/distributions/discrete.ts';
import { Stream } from '../../engine/stream.ts';
import { citizens } from './citizens.ts';
import { hotlineHours } from './hotline-hours.ts';
import { sampleTargets, type Target, targetsOf } from './targets.ts';

/** How a ticket's life goes, and how often in a hundred. */
const conducts = {
  /** Signed, contacted, answered in time. */
  plain: 54,
  /** Answered after the deadline. */
  late: 10,
  /** Nobody ever touches it: it climbs the whole ladder. */
  asleep: 8,
  /** The lead says "not mine", the arbiter decides. */
  disputed: 5,
  /** As `disputed`, and the arbiter lets the limit pass. */
  undecided: 2,
  /** The lead whistles for others. */
  whistled: 7,
  suspended: 4,
  extended: 4,
  withdrawn: 3,
  /** Settled while the citizen is on the line. */
  onTheSpot: 3,
} as const;

type Conduct = keyof typeof conducts;

/** A request of the day: when, what, and how it goes on. */
export interface PlannedRequest {
  readonly atMs: DurationMs;
  readonly body: {
    readonly source: string;
    readonly sourceKey: string;
    readonly [field: string]: unknown;
  };
  /** What a person at the hotline decides where the rules cannot. */
  readonly triage?: { readonly itemCode: string; readonly leadUnit: string };
  readonly conduct: Conduct;
  /** Chance of this ticket's own, whatever happens to others. */
  readonly stream: Stream;
}

export interface DayPlan {
  readonly requests: readonly PlannedRequest[];
  /** The units these requests are meant to reach. */
  readonly targets: readonly Target[];
  /** Names and numbers that must never show outside the request itself. */
  readonly secrets: readonly string[];
}

const source = '12345';

/** Plans a day of `count` requests: first one for each unit to reach, then others at random. Same seed, same day. */
export function planDay(rules: Rules, count: number, seed: number): DayPlan {
  const chance = new Stream(seed, 'requests');
  const targets = sampleTargets(
    targetsOf(rules, (n) => chance.below(n)),
    count,
  );
  const people = citizens(seed, count);
  const names = Object.keys(conducts) as Conduct[];
  const conductOf = discrete(Object.values(conducts));
  const requests = people.map(({ name, phone }, n): PlannedRequest => {
    const target = targets[n] ?? anyTarget(rules, chance);
    const drawn = names[conductOf.draw(chance)]!;
    // A request that must reach its unit goes to it, and so is neither taken back nor settled on the phone.
    const kept = n < targets.length && (drawn === 'onTheSpot' || drawn === 'withdrawn');
    const conduct = kept ? 'plain' : drawn;
    const sourceKey = `day-${seed}-${String(n).padStart(5, '0')}`;
    return {
      atMs: hotlineHours.draw(chance),
      body: {
        source,
        sourceKey,
        channel: 'phone',
        kind: conduct === 'onTheSpot' ? 'consult' : 'help',
        description: `${name}来电，电话${phone}。请有关方面与我联系。`,
        contact: { name, phone },
        ...whereAndWhat(rules, target, chance),
        ...(conduct === 'onTheSpot' ? { answeredOnTheSpot: '已当场解答。' } : {}),
      },
      ...(target.route.by === 'triage'
        ? { triage: { itemCode: generalItem(rules), leadUnit: target.unit } }
        : {}),
      conduct,
      stream: new Stream(seed, `life of ${sourceKey}`),
    };
  });
  const secrets = people.slice(0, count).flatMap(({ name, phone }) => [name, phone]);
  return { requests: requests.toSorted((a, b) => a.atMs - b.atMs), targets, secrets };
}

function whereAndWhat(rules: Rules, { route }: Target, chance: Stream): object {
  if (route.by === 'catalogue') {
    return {
      itemCode: route.item,
      ...(route.place === undefined ? {} : { place: { unitCode: route.place } }),
    };
  }
  return { place: { unitCode: anyPlace(rules, chance) } };
}

/** Any item at any place: the rules find who leads. */
function anyTarget(rules: Rules, chance: Stream): Target {
  const place = anyPlace(rules, chance);
  const item = rules.items.codes[chance.below(rules.items.count)]!;
  return { unit: place, kind: 'subdistrict', route: { by: 'catalogue', item, place } };
}

function anyPlace({ units }: Rules, chance: Stream): string {
  const places = units.codes.filter((_, n) => units.kinds[n] === 'subdistrict');
  return places[chance.below(places.length)]!;
}

const generalItem = ({ items, tierByKey }: Rules): string =>
  items.codes.find((_, n) => items.tier[n] === tierByKey.get('general'))!;

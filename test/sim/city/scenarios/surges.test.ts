import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../functions/core/time.ts';
import { simulate } from '../../../../sim/city/run-city.ts';
import { says } from '../small-city.ts';
import { type Brought, broughtBy, scaled } from './scaled.ts';

/** Whoever is not helped calls again: without them a surge is the whole difference between two runs. */
const onceOnly = { citizens: { againShare: says(0) } };
const startDates = {
  storm: '2025-07-25',
  'heating-start': '2025-11-03',
  pandemic: '2021-12-18',
  'mass-event': '2025-05-24',
} as const;
const instant = (local: string) => Date.parse(`${local}:00+08:00`);

/** The same city with its surge and without, from four days before it on, three of them warm-up. */
function withAndWithout(id: string, fraction: number, days: number) {
  const startDate = startDates[id as keyof typeof startDates];
  const short = { ...onceOnly, startDate, warmUpDays: 3, days };
  const surged = scaled(id, fraction, short);
  const ordinary = scaled(id, fraction, { ...short, load: { surges: [] } });
  return { surged, ordinary, shipped: surged.shipped };
}

const between = (brought: readonly Brought[], from: number, until: number, items: readonly string[]) =>
  brought.filter(
    ({ at, item }) => at >= from && at < until && items.some((beginning) => item.startsWith(beginning)),
  ).length;

/** Mean height over a length of days of what falls by half in `halfLifeDays`, hour by hour from 1. */
function meanHeight(days: number, halfLifeDays: number): number {
  let sum = 0;
  for (let hour = 0; hour < days * 24; hour += 1) sum += 0.5 ** (hour / 24 / halfLifeDays);
  return sum / (days * 24);
}

describe.each([
  { id: 'storm', from: '2025-07-29T14:00', days: 1, factor: 4, halfLifeDays: 3, fraction: 0.1 },
  { id: 'heating-start', from: '2025-11-07T00:00', days: 3, factor: 3.5, halfLifeDays: 3.5, fraction: 0.1 },
  { id: 'pandemic', from: '2021-12-22T00:00', days: 1, factor: 5, halfLifeDays: 12, fraction: 0.02 },
])('the scenario $id', ({ id, from, days, factor, halfLifeDays, fraction }) => {
  const { surged, ordinary, shipped } = withAndWithout(id, fraction, 14);
  const [surge] = shipped.load.surges;
  const items = surge!.items ?? [''];
  const brought = { surged: broughtBy(surged), ordinary: broughtBy(ordinary) };
  const begin = instant(from);

  it(`brings ${factor} times the requests of its kind as it begins, and less from then on`, () => {
    const until = begin + days * dayMs;

    const usual = between(brought.ordinary, begin, until, items);
    const extra = between(brought.surged, begin, until, items) - usual;

    // The extra requests are Poisson about a known multiple of the usual rate; the usual count is Poisson about it too.
    const height = meanHeight(days, halfLifeDays);
    const expected = (factor - 1) * height * usual;
    const error = Math.sqrt(expected + ((factor - 1) * height) ** 2 * usual);
    expect(usual).toBeGreaterThan(100);
    expect(Math.abs(extra - expected)).toBeLessThan(3.3 * error);
    const later = [begin + 6 * dayMs, begin + (6 + days) * dayMs] as const;
    const extraLater = between(brought.surged, ...later, items) - between(brought.ordinary, ...later, items);
    expect(extraLater).toBeLessThan(extra);
  });

  it('leaves what comes before it, and everything of another kind, as it was', () => {
    const before = ({ at }: Brought) => at < begin;
    const other = ({ item }: Brought) => !items.some((beginning) => item.startsWith(beginning));

    expect(brought.surged.filter(before)).toEqual(brought.ordinary.filter(before));
    expect(brought.surged.filter(other)).toEqual(brought.ordinary.filter(other));
  });

  it('strains the units: more is open at its height, with the staff of an ordinary day', () => {
    const levels = [surged, ordinary].map((setup) => {
      const { city, events } = simulate(setup);
      const third = events.daily.find(({ date }) => Date.parse(date) >= begin + 2 * dayMs);
      return { posts: [...city.posts], backlog: third!.backlog };
    });

    expect(levels[0]!.posts).toEqual(levels[1]!.posts);
    expect(levels[0]!.backlog).toBeGreaterThan(levels[1]!.backlog);
  });
});

describe('the scenario heating-start', () => {
  it('makes heating a larger part of everything that comes', () => {
    const brought = broughtBy(withAndWithout('heating-start', 0.1, 8).surged);
    const begin = instant('2025-11-07T00:00');
    const shareOf = (from: number) =>
      between(brought, from, from + 3 * dayMs, ['0105']) / between(brought, from, from + 3 * dayMs, ['']);

    expect(shareOf(begin)).toBeGreaterThan(2 * shareOf(begin - 3 * dayMs));
  });
});

describe('the scenario mass-event', () => {
  const { surged, ordinary, shipped } = withAndWithout('mass-event', 0.01, 20);
  const [surge] = shipped.load.surges;
  const counted = new Map<string, number>();
  for (const one of broughtBy(surged))
    counted.set(JSON.stringify(one), (counted.get(JSON.stringify(one)) ?? 0) + 1);
  for (const one of broughtBy(ordinary))
    counted.set(JSON.stringify(one), (counted.get(JSON.stringify(one)) ?? 0) - 1);
  const members = [...counted].flatMap(([key, count]) =>
    Array.from({ length: count }, () => JSON.parse(key) as Brought),
  );

  it('brings the 1,700 members of one shop, on top of everybody else', () => {
    // A Poisson number of them, on days whose noise has a deviation of 16 %; half of them come in two days.
    expect(Math.abs(members.length - 1_700)).toBeLessThan(3.3 * Math.sqrt(1_700 + (0.16 * 1_700) ** 2 / 4));
    expect([...counted.values()].every((count) => count >= 0)).toBe(true);
    expect(new Set(members.map(({ item }) => item))).toEqual(new Set(['0801-01']));
    expect(new Set(members.map(({ place }) => place))).toEqual(new Set(surge!.places));
    const begin = instant('2025-05-28T09:00');
    expect(Math.min(...members.map(({ at }) => at))).toBeGreaterThanOrEqual(begin);
    expect(Math.max(...members.map(({ at }) => at))).toBeLessThan(begin + 14 * dayMs);
  });

  it('falls on one unit, which has more in hand than on any ordinary day', () => {
    const [withShop, without] = [surged, ordinary].map((setup) => simulate(setup).city);
    const most = (city: NonNullable<typeof withShop>) =>
      [...city.posts.keys()].map((unit) => city.tallies.inHand.greatest(unit));
    const risen = most(withShop!).map((level, unit) => level - most(without!)[unit]!);

    expect(risen.filter((rise) => rise > 200)).toHaveLength(1);
  });
});

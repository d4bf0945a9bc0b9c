import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchItemHour } from '../../../functions/core/early/watch/watch-item-hour.ts';
import type { ItemWatch } from '../../../functions/core/early/watch/watch-state.ts';
import { monday, runWatch, smallRules } from './support/small-watch.ts';

const places = ['e1', 'e2', 'e3', 'e4', 'w1', 'w2', 'w3', 'w4'];
const weeks = (count: number) => count * 168;

/** One request an hour, from each place in turn. */
const calm = (hour: number) => new Map([[places[hour % places.length]!, 1]]);

const withSurge =
  (from: number, length: number, where: readonly string[], each: number) => (hour: number) => {
    const counts = new Map(calm(hour));
    if (hour >= from && hour < from + length) for (const place of where) counts.set(place, each);
    return counts;
  };

/** Requests that a level remembers, at one instant for all. */
const remembered = ({ level }: ItemWatch) =>
  level.requests * 2 ** ((level.at - monday) / smallRules.level.halfLifeHours);

describe('the watch of an item', () => {
  it('warns of nothing where nothing is wrong', () => {
    expect(runWatch(calm, weeks(8)).alarms).toEqual([]);
  });

  it('warns the place of a surge in it once, with what came against what is usual', () => {
    const at = monday + weeks(4) + 13;

    const { alarms } = runWatch(withSurge(at, 3, ['e2'], 12), weeks(5));

    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ area: 'e2', cause: 'surge', hour: at, since: at, count: 12 });
    expect(alarms[0]!.usual).toBeGreaterThan(0.05);
    expect(alarms[0]!.usual).toBeLessThan(0.3);
    expect(alarms[0]!.forecast).toMatchObject({ from: at + 1, to: at + 48 });
    expect(alarms[0]!.forecast.mean).toBeGreaterThan(48 / 8);
    expect(alarms[0]!.forecast.low).toBeLessThan(alarms[0]!.forecast.mean);
    expect(alarms[0]!.forecast.high).toBeGreaterThan(alarms[0]!.forecast.mean);
  });

  it('warns the district when so many of its places are in alarm, and the city for so many districts of a pack of two', () => {
    const at = monday + weeks(4) + 10;
    const rules = { ...smallRules, placesMin: 2 };

    const district = runWatch(withSurge(at, 2, ['e1', 'e2', 'e3'], 12), weeks(5)).alarms;
    const city = runWatch(withSurge(at, 2, places, 12), weeks(5), { rules }).alarms;

    expect(district.map(({ area }) => area)).toEqual(['east']);
    expect(city.map(({ area }) => area)).toEqual(['city']);
  });

  it('does not tell the same surge again before the quiet time is over', () => {
    const at = monday + weeks(4);

    const { alarms } = runWatch(withSurge(at, 30, ['e2'], 12), weeks(5));

    expect(alarms.length).toBeGreaterThan(1);
    expect(alarms[1]!.hour - alarms[0]!.hour).toBeGreaterThanOrEqual(smallRules.quietHours);
  });

  it('raises no alarm while it warms up', () => {
    const at = monday + weeks(1);

    expect(runWatch(withSurge(at, 3, ['e2'], 50), weeks(2)).alarms).toEqual([]);
  });

  it('counts what came in the stretch that a forecast was about', () => {
    const at = monday + weeks(4);
    const counts = withSurge(at, 3, ['e2'], 12);

    const { alarms, outcomes } = runWatch(counts, weeks(5));

    const { from, to } = alarms[0]!.forecast;
    let came = 0;
    for (let hour = from; hour <= to; hour++) came += counts(hour).get('e2') ?? 0;
    expect(outcomes.flatMap(({ measured }) => measured)).toEqual([{ key: alarms[0]!.key, count: came }]);
  });

  it('changes nothing when an hour is watched again, and says the same', () => {
    const at = monday + weeks(4);
    const { watch, alarms, context } = runWatch(withSurge(at, 1, ['e2'], 12), weeks(4) + 1);
    const before = structuredClone(watch);

    const again = watchItemHour(
      watch,
      { item: 'heat', hour: at, counts: new Map([['e2', 12]]), old: new Map([['e1', 1]]) },
      context,
    );

    expect(alarms).toHaveLength(1);
    expect(again.alarms).toEqual(alarms);
    expect(watch).toEqual(before);
  });

  it('learns from what came late without taking it for evidence', () => {
    const at = monday + weeks(4);
    const late = runWatch(calm, weeks(4) + 12);

    const { alarms } = watchItemHour(
      late.watch,
      { item: 'heat', hour: at + 12, counts: calm(at + 12), old: new Map([['e2', 40]]) },
      late.context,
    );

    expect(alarms).toEqual([]);
    expect(late.watch.counters.areas.e2).toBeGreaterThan(100);
  });

  it('learns the same whether hours without anything to do are watched or left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(weeks(3)), fc.constantFrom(...places), fc.integer({ min: 1, max: 9 })), {
          maxLength: 60,
        }),
        (rows) => {
          const counts = (hour: number) =>
            new Map(
              rows.filter(([at]) => monday + 24 + at === hour).map(([, place, count]) => [place, count]),
            );
          const rules = { ...smallRules, warmUpHours: 48 };
          fc.pre(rows.length > 0);

          const lazy = runWatch(counts, weeks(3) + 96, { rules });
          const eager = runWatch(counts, weeks(3) + 96, { rules, every: true });

          expect(Object.keys(lazy.watch.streams)).toEqual(Object.keys(eager.watch.streams));
          expect(remembered(lazy.watch)).toBeCloseTo(remembered(eager.watch), 6);
          expect(lazy.watch.counters).toEqual(eager.watch.counters);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('warns the districts ahead of a season that brings more than the weeks before', () => {
    const heating = {
      key: 'heating',
      title: { zh: '供暖季', en: 'Heating season' },
      items: ['he'],
      month: 11,
      day: 15,
      aheadHours: 14 * 24,
      overHours: 28 * 24,
      requestsMin: 20,
      factorMin: 1.5,
    };
    const start = Date.UTC(2026, 10, 15) / 3_600_000;
    const isWinter = (hour: number) => [10, 11, 0, 1].includes(new Date(hour * 3_600_000).getUTCMonth());
    const counts = (hour: number) => (isWinter(hour) || hour % 8 === 0 ? calm(hour) : new Map());
    const rules = { ...smallRules, seasons: [heating] };

    const { alarms } = runWatch(counts, start - monday + 365 * 24, { rules });

    const ahead = alarms.filter(({ cause }) => cause === 'heating');
    expect(ahead.map(({ area }) => area).slice(0, 2)).toEqual(['east', 'west']);
    expect(ahead.every(({ hour, forecast }) => forecast.from - hour === 14 * 24)).toBe(true);
    expect(ahead[0]!.forecast.mean).toBeGreaterThan(1.5 * ahead[0]!.usual);
  });
});

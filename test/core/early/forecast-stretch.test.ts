import { describe, expect, it } from 'vitest';
import { forecastStretch, weeklyCoverage } from '../../../functions/core/early/forecast/forecast-stretch.ts';
import type { ArchivedWeek } from '../../../functions/core/early/watch/watch-state.ts';
import { packRules } from '../../../sim/early/pack-rules.ts';
import { monday, runWatch } from './support/small-watch.ts';

const packed = packRules('cn-base');
if (!packed.ok) throw new Error(packed.error);
const { forecast } = packed.value;

/** Two requests an hour by day, one of them from e1; nothing at night. */
const byDay = (hour: number) =>
  hour % 24 >= 8 && hour % 24 < 20
    ? new Map([
        ['e1', 1],
        ['w1', 1],
      ])
    : new Map<string, number>();

describe('a forecast', () => {
  it('is what the hours, weekdays and the area’s share make of the weeks to come', () => {
    const { watch, city, context } = runWatch(byDay, 12 * 168, { forecast });

    const [week, month] = forecastStretch(watch, city, 'e1', forecast, context.areas);

    expect(week!.from).toBe(monday + 12 * 168);
    expect(week!.mean).toBeGreaterThan(7 * 12 * 0.9);
    expect(week!.mean).toBeLessThan(7 * 12 * 1.1);
    expect(month!.mean / week!.mean).toBeCloseTo(4, 1);
    const [inner, outer] = week!.intervals;
    expect(inner!.within).toBe(0.8);
    expect(inner!.low).toBeGreaterThanOrEqual(outer!.low);
    expect(inner!.high).toBeLessThan(outer!.high);
    expect(outer!.probability).toBeGreaterThanOrEqual(0.95);
  });

  it('follows what lately came, and knows nothing of what comes after', () => {
    const from = monday + 10 * 168;
    const rising = (hour: number) => new Map([...byDay(hour)].map(([p, n]) => [p, hour >= from ? 4 * n : n]));

    const calm = runWatch(byDay, 12 * 168, { forecast });
    const risen = runWatch(rising, 12 * 168, { forecast });
    const before = runWatch(rising, 10 * 168, { forecast });

    const meanOf = ({ watch, city, context }: typeof calm) =>
      forecastStretch(watch, city, 'e1', forecast, context.areas)[0]!.mean;
    expect(meanOf(risen)).toBeGreaterThan(1.3 * meanOf(calm));
    expect(meanOf(before)).toBeCloseTo(meanOf(runWatch(byDay, 10 * 168, { forecast })), 9);
  });

  it('is put away with each week as it begins, and each week with what it brought', () => {
    const { outcomes } = runWatch(byDay, 6 * 168, { forecast });

    const weeks = outcomes.flatMap((outcome) => outcome.weeks);

    expect(weeks.map(({ counts }) => counts.e1)).toEqual([84, 84, 84, 84, 84]);
    expect(weeks[0]!.expected).toEqual({});
    expect(weeks[3]!.expected.e1).toBeGreaterThan(60);
    expect(weeks[3]!.expected.e1).toBeLessThan(110);
  });

  it('is judged by the weeks that lay inside its intervals', () => {
    const { context } = runWatch(byDay, 24, { forecast });
    const week = (count: number, expected?: number): ArchivedWeek => ({
      week: 1,
      counts: { e1: count },
      expected: expected === undefined ? {} : { e1: expected },
    });

    const coverage = weeklyCoverage(
      [week(5), week(10, 10), week(11, 10), week(200, 10)],
      'e1',
      forecast,
      context.areas,
    );

    expect(coverage).toEqual([
      { within: 0.8, weeks: 3, inside: 2 },
      { within: 0.95, weeks: 3, inside: 2 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { forecastMean } from '../../../../functions/core/early/forecast/forecast-mean.ts';
import { weeklyCoverage } from '../../../../functions/core/early/forecast/forecast-stretch.ts';
import { predictiveInterval } from '../../../../functions/core/early/predictive-interval.ts';
import { newLevel } from '../../../../functions/core/early/recent-level.ts';
import { effectForecast } from '../../../../functions/core/early/watch/effect-forecast.ts';
import { seasonsDue } from '../../../../functions/core/early/watch/season-alarms.ts';
import { monday, runWatch, smallAreas, smallRules } from '../support/small-watch.ts';
import { even, forecast } from './two-days.ts';

const hourMs = 3_600_000;

describe('what is to come if nobody acts', () => {
  it('is the usual of the stretch and a surplus that fades by half in the pack’s time', () => {
    const { watch, context } = runWatch(() => new Map([['e1', 1]]), 24 * 15);
    const from = monday + 24 * 15;
    const of = (stretch: object, area = 'e1') =>
      effectForecast(watch, area, { from, hours: 48, ...stretch }, context);

    const [usual, more] = [of({}), of({ surplus: 10 })];

    let fading = 0;
    for (let n = 1; n <= 48; n += 1) fading += 10 * 2 ** (-n / smallRules.effect.halfLifeHours);
    expect(usual).toMatchObject({ from, to: from + 47, within: 0.9 });
    expect(usual.mean).toBeGreaterThan(40);
    expect(usual.mean).toBeLessThan(50);
    expect(more.mean - usual.mean).toBeCloseTo(fading, 6);
    expect(of({ hours: 24 }).mean + of({ from: from + 24, hours: 24 }).mean).toBeCloseTo(usual.mean, 0);
    expect(usual.low).toBeGreaterThan(usual.mean / 2);
    expect(usual.high).toBeLessThan(usual.mean * 1.7);
  });
});

describe('a forecast of a stretch of hours', () => {
  it('is that of its parts together, hour by hour, and of an area its share', () => {
    const { watch, city } = runWatch(() => new Map([['e1', 1]]), 24 * 15);
    const mean = (from: number, hours: number, area = 'e1') =>
      forecastMean({ ...watch, trend: newLevel() }, city, forecast, { from, hours })(area);

    expect(mean(monday, 0)).toBe(0);
    expect(mean(monday, 20) + mean(monday + 20, 28)).toBeCloseTo(mean(monday, 48), 9);
    const risen = { requests: 90, expected: 30, at: monday };
    const more = forecastMean({ ...watch, trend: risen }, city, forecast, { from: monday, hours: 48 })('e1');

    expect(more / mean(monday, 48)).toBeCloseTo((30 + 90) / (30 + 30), 9);
    expect(mean(monday, 48, 'w1')).toBeLessThan(mean(monday, 48) / 5);
  });

  it('covered the weeks whose count lay within its interval, both ends included', () => {
    const { low, high } = predictiveInterval(20, even, 0.9);
    const counts = [low - 1, low, high, high + 1];
    const weeks = counts.map((count, week) => ({ week, counts: { e1: count }, expected: { e1: 20 } }));
    const silent = { week: 9, counts: {}, expected: { e1: 20 } };
    const before = { week: 0, counts: { e1: 20 }, expected: {} };

    expect(weeklyCoverage([before, ...weeks, silent], 'e1', forecast, smallAreas)).toEqual([
      { within: 0.9, weeks: 5, inside: 2 },
    ]);
  });
});

describe('a season', () => {
  const season = {
    ...{ key: 'rain', title: { zh: '汛期', en: 'Rain' }, items: ['02', '13'], month: 6, day: 1 },
    ...{ aheadHours: 14 * 24 - 5, overHours: 24, requestsMin: 1, factorMin: 1 },
  };
  const due = (item: string, at: number) =>
    seasonsDue(item, at / hourMs, [season]).map(({ start }) => start * hourMs);
  const begins = Date.UTC(2026, 5, 1);
  const ahead = begins - 14 * 24 * hourMs;

  it('is warned of at the midnight so many whole days ahead, for the items it is about', () => {
    expect(due('0201-01', ahead)).toEqual([begins]);
    expect(due('1304-01', ahead)).toEqual([begins]);
    expect([
      due('0102-01', ahead),
      due('0201-01', ahead + hourMs),
      due('0201-01', ahead + 24 * hourMs),
    ]).toEqual([[], [], []]);
    expect(due('0201-01', Date.UTC(2026, 6, 1) - 14 * 24 * hourMs)).toEqual([]);
  });
});

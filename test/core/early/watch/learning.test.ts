import { describe, expect, it } from 'vitest';
import { hourSlot, yearSlotOf } from '../../../../functions/core/early/hour-slot.ts';
import { predictiveInterval } from '../../../../functions/core/early/predictive-interval.ts';
import { cityRates } from '../../../../functions/core/early/usual.ts';
import { effectForecast } from '../../../../functions/core/early/watch/effect-forecast.ts';
import { learnCityHour, learnHours, refitCity } from '../../../../functions/core/early/watch/learn-hours.ts';
import { newItemWatch, weekOf } from '../../../../functions/core/early/watch/new-watch.ts';
import { monday, smallRules } from '../support/small-watch.ts';
import { beginning, even, forecast, twoDays } from './two-days.ts';

describe('a city that learns an hour', () => {
  it('counts the hour, and its requests in the areas that hold them, one without a place in the city alone', () => {
    const context = beginning();
    const counts = new Map([
      ['e1', 2],
      ['', 3],
    ]);

    learnCityHour(context.city, monday - 1, counts, context);
    learnCityHour(context.city, monday, counts, context);

    const { hours, areas, total } = context.city.counters;
    expect(hours[yearSlotOf(hourSlot(monday))]).toBe(1);
    expect(hours.reduce((sum, count) => sum + count)).toBe(1);
    expect([areas, total]).toEqual([{ e1: 2, east: 2, city: 5 }, 5]);
  });

  it('is fitted anew with each day, and not within it', () => {
    const { context } = twoDays();
    const { city } = context;
    const before = city.fit;

    refitCity(city, monday + 47, context);
    expect(city.fit).toBe(before);

    refitCity(city, monday + 48, context);
    expect(city.fit).toEqual({
      day: monday / 24 + 2,
      rates: [...cityRates(city.counters, smallRules.shrinkage)],
    });
    expect(before.day).toBe(monday / 24 + 1);
  });
});

describe('an item that learns an hour', () => {
  it('counts it once, and none from before the watch began', () => {
    const { context } = twoDays();
    const watch = newItemWatch(monday, 12);
    const learn = (hour: number, count: number) => learnHours(watch, hour, new Map([['e1', count]]), context);

    expect(learn(monday - 1, 9)).toEqual([]);
    expect(watch.learnt).toBe(monday - 13);
    learn(monday, 1);
    learn(monday + 2, 4);
    learn(monday + 2, 4);
    learn(monday + 1, 4);

    expect(watch.counters).toMatchObject({ total: 5, areas: { e1: 5, east: 5, city: 5 } });
    expect([watch.learnt, watch.level.at]).toEqual([monday + 2, monday + 2]);
    expect(watch.level.requests).toBeCloseTo(4 + 2 ** (-2 / 168), 9);
  });

  it('takes hours left out for hours that brought nothing', () => {
    const [skipping, whole] = [twoDays(), twoDays()];
    for (let hour = monday; hour < monday + 30; hour += 1) {
      learnHours(whole.watch, hour, hour === monday ? new Map([['e1', 4]]) : new Map(), whole.context);
    }
    learnHours(skipping.watch, monday, new Map([['e1', 4]]), skipping.context);
    learnHours(skipping.watch, monday + 29, new Map(), skipping.context);

    expect(skipping.watch.level.expected).toBeCloseTo(whole.watch.level.expected, 9);
    expect(skipping.watch.level.requests).toBeCloseTo(whole.watch.level.requests, 9);
    expect(skipping.watch.level.expected).toBeGreaterThan(0);
  });

  it('puts each week away as the next begins, with what it brought by area, and forecasts that', () => {
    const { context, watch } = twoDays({ forecast });

    const first = learnHours(
      watch,
      monday + 5,
      new Map([
        ['e1', 2],
        ['', 1],
      ]),
      context,
    );
    const second = learnHours(watch, monday + 168, new Map([['w1', 1]]), context);

    expect(first).toEqual([]);
    expect(second).toEqual([{ week: weekOf(monday), counts: { e1: 2, east: 2, city: 3 }, expected: {} }]);
    expect(watch.week).toMatchObject({ week: weekOf(monday) + 1, counts: { w1: 1, west: 1, city: 1 } });
    expect(Object.keys(watch.week.expected).toSorted()).toEqual(['city', 'e1', 'east']);
    const { city } = watch.week.expected;
    expect(city).toBeGreaterThan(1);
    expect(city).toBeLessThan(168);
    expect(city).toBe(Math.round(city! * 1e4) / 1e4);
    expect(watch.trend).toMatchObject({ at: monday + 168 });
    expect(watch.trend.requests).toBeGreaterThan(watch.level.requests);
  });

  it('keeps no weeks where the pack has no forecasts', () => {
    const { context, watch } = twoDays();

    expect(learnHours(watch, monday + 400, new Map([['e1', 2]]), context)).toEqual([]);
    expect([watch.week.counts, watch.trend.requests]).toEqual([{}, 0]);
  });
});

describe('a forecast of what is to come', () => {
  it('has the interval of uneven hours that hang together', () => {
    const uneven = { perRequest: 0.5, perMean: 0.2 };
    const rules = {
      ...smallRules,
      dispersion: { city: even, district: even, place: uneven },
      carryOver: { city: 0, district: 0, place: 0.5 },
    };
    const { context, watch } = twoDays({ rules });
    learnHours(watch, monday + 40, new Map([['e1', 5]]), context);

    const of = (hours: number) =>
      effectForecast(watch, 'e1', { from: monday + 48, hours, surplus: 20 }, context);

    // (1 + 0.5) / (1 - 0.5) = 3 times the variance: 1.5 x 3 - 1 a request, 0.2 x 3 a mean.
    const one = of(1);
    const { low, high } = predictiveInterval(one.mean, { perRequest: 3.5, perMean: 0.6 }, 0.9);
    expect(one).toMatchObject({ from: monday + 48, to: monday + 48, low, high });
    expect(of(2).mean).toBeGreaterThan(one.mean + 10);
  });
});

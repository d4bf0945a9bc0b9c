import { describe, expect, it } from 'vitest';
import { addHour, addRequests, emptyCity, emptyItem } from '../../../functions/core/early/counters.ts';
import { type Dispersion, logProbability, sizeAt } from '../../../functions/core/early/dispersion.ts';
import {
  hourOfWeek,
  hourSlot,
  slotAt,
  yearSlotOf,
  yearSlots,
} from '../../../functions/core/early/hour-slot.ts';
import { predictiveInterval } from '../../../functions/core/early/predictive-interval.ts';
import { followLevel, levelAt, newLevel } from '../../../functions/core/early/recent-level.ts';
import { areaShare, cityRates, fittedRate, fitUsual } from '../../../functions/core/early/usual.ts';

const even: Dispersion = { perRequest: 0, perMean: 0 };

describe('slots of a year', () => {
  it('are each found again by their number, and hold the hours of a Monday in January first', () => {
    const all = Array.from({ length: yearSlots }, (_, n) => n);

    expect(all.map((n) => yearSlotOf(slotAt(n)))).toEqual(all);
    expect(slotAt(0)).toEqual({ month: 0, weekday: 0, hourOfDay: 0 });
    expect(slotAt(168 + 25)).toEqual({ month: 1, weekday: 1, hourOfDay: 1 });
    expect(hourOfWeek({ weekday: 6, hourOfDay: 23, month: 3 })).toBe(167);
    expect(hourSlot(Date.UTC(2026, 10, 22, 13) / 3_600_000)).toEqual({
      month: 10,
      weekday: 6,
      hourOfDay: 13,
    });
  });
});

describe('counters', () => {
  const slot = { month: 1, weekday: 2, hourOfDay: 3 };

  it('count a request in its hour, weekday and month, in the city and in every area that holds it', () => {
    const [city, item] = [emptyCity(), emptyItem()];

    addHour(city, slot);
    addRequests({ city, item }, slot, { areas: ['e1', 'east'], count: 4 });
    addRequests({ city, item }, slot, { areas: ['east'], count: 2 });

    expect([city.total, city.requests[51], city.hours[168 + 51]]).toEqual([6, 6, 1]);
    expect([city.areas, item.areas]).toEqual([
      { e1: 4, east: 6 },
      { e1: 4, east: 6 },
    ]);
    expect([item.total, item.hourOfDay[3], item.weekday[2], item.month[1]]).toEqual([6, 6, 6, 6]);
    expect([city.hours.length, item.hourOfDay.length, item.weekday.length, item.month.length]).toEqual([
      2016, 24, 7, 12,
    ]);
  });
});

describe('what is usual, where nothing is leant on', () => {
  const unleaning = { time: 0, area: 0 };
  const known = () => {
    const [city, item] = [emptyCity(), emptyItem()];
    for (let n = 0; n < yearSlots; n += 1) {
      addHour(city, slotAt(n));
      addRequests({ city, item }, slotAt(n), { areas: ['city'], count: 1 + (n % 168) });
    }
    return { city, item, rates: cityRates(city, unleaning) };
  };

  it('is in the city what came in each hour of the week, by the hours recorded in all months', () => {
    const { rates } = known();

    expect([rates[0], rates[25], rates[167]].map((rate) => Math.round(rate! * 1e6) / 1e6)).toEqual([
      1, 26, 168,
    ]);
  });

  it('is of an item its share of that, half a request more', () => {
    const { city, item, rates } = known();
    const fit = fitUsual(city, rates, item, unleaning);

    expect(fittedRate(fit, rates, slotAt(25)) / 26).toBeCloseTo((item.total + 0.5) / item.total, 6);
    expect(fit.month).toHaveLength(12);
  });

  it('leans, in the city, an hour of the week on its hour of day and that on the mean', () => {
    const [city, item] = [emptyCity(), emptyItem()];
    for (const [n, count] of [
      [0, 6],
      [1, 2],
    ] as const) {
      addHour(city, slotAt(n));
      addHour(city, slotAt(n));
      addRequests({ city, item }, slotAt(n), { areas: [], count });
    }
    // The mean is 8 requests in 4 hours; three more are as if seen.
    const ofDay = (2 * (6 + 3)) / (2 * 2 + 3);

    const rates = cityRates(city, { time: 3, area: 0 });

    expect(rates[0]).toBeCloseTo((ofDay * (6 + 3)) / (ofDay * 2 + 3), 12);
    expect(rates[24]).toBeCloseTo(ofDay, 12);
    expect(rates[2]).toBeCloseTo(2, 12);
  });

  it('is nowhere less than nothing: a city without an hour has no rate', () => {
    expect([...new Set(cityRates(emptyCity(), { time: 3, area: 0 }))]).toEqual([0]);
  });

  it('leans an area’s share on its share of all requests, half a request more, and on all at most', () => {
    const city = { ...emptyCity(), total: 99, areas: { e1: 9, city: 200 } };
    const item = { ...emptyItem(), total: 10, areas: { e1: 4 } };

    expect(areaShare(city, item, 'e1', { time: 0, area: 20 })).toBeCloseTo((4 + (20 * 9.5) / 99.5) / 30, 12);
    expect(areaShare(city, item, 'w1', { time: 0, area: 20 })).toBeCloseTo((20 * 0.5) / 99.5 / 30, 12);
    expect(areaShare(city, item, 'city', { time: 0, area: 20 })).toBeCloseTo(20 / 30, 12);
  });
});

describe('the recent level', () => {
  const rule = { halfLifeHours: 10, strength: 4, lagHours: 0 };

  it('weighs what was seen half after each half-life, and at no hour before it more than wholly', () => {
    const level = newLevel();
    followLevel(level, { hour: 10, count: 8, expected: 2 }, rule);
    followLevel(level, { hour: 20, count: 1, expected: 1 }, rule);

    expect(level).toEqual({ requests: 5, expected: 2, at: 20 });
    expect(levelAt(level, 30, rule)).toBe((4 + 2.5) / (4 + 1));
    expect(levelAt(level, 5, rule)).toBe((4 + 5) / (4 + 2));
    followLevel(level, { hour: 10, count: 1, expected: 1 }, rule);
    expect(level).toMatchObject({ requests: 6, expected: 3 });
  });
});

describe('how unevenly counts come', () => {
  it('has the size mean / (perRequest + perMean x mean), without end where they come evenly', () => {
    expect(sizeAt(2, { perRequest: 0.5, perMean: 0.25 })).toBe(2);
    expect([sizeAt(2, even), sizeAt(0, even)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('gives each count its probability', () => {
    // Poisson: e^-2 2^3 / 3!; negative binomial of size 1: the geometric one.
    expect(Math.exp(logProbability(3, 2, Number.POSITIVE_INFINITY))).toBeCloseTo((Math.exp(-2) * 8) / 6, 12);
    expect(Math.exp(logProbability(3, 1, 1))).toBeCloseTo(1 / 16, 12);
    expect(logProbability(0, 2, 1)).toBeCloseTo(-Math.log(3), 12);
  });

  it('gives the interval that leaves at most half of the rest on each side (Poisson, mean 20)', () => {
    const { low, high, probability } = predictiveInterval(20, even, 0.9);

    expect([low, high]).toEqual([13, 28]);
    expect(probability).toBeCloseTo(0.9266, 3);
    expect(predictiveInterval(0.01, even, 0.9)).toMatchObject({ low: 0, high: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { surgeEvidence } from '../../../../functions/core/early/surge-evidence.ts';
import { chooseAlarms } from '../../../../functions/core/early/watch/choose-alarms.ts';
import { expectedHour } from '../../../../functions/core/early/watch/expected-hour.ts';
import { hourOf, hourStart } from '../../../../functions/core/early/watch/hour-of.ts';
import {
  newCityWatch,
  newItemWatch,
  weekOf,
  weekStart,
} from '../../../../functions/core/early/watch/new-watch.ts';
import { monthHours, thresholdsOf } from '../../../../functions/core/early/watch/watch-context.ts';
import { alarmThreshold, newWatch, watchHour } from '../../../../functions/core/early/watch-stream.ts';
import { monday, smallAreas, smallRules } from '../support/small-watch.ts';

const hourMs = 3_600_000;
const surge = { factor: 3, extra: 2 };

describe('hours and weeks of the wall clock', () => {
  it('begin by the city’s own time', () => {
    const beijing = { utcOffsetMs: 8 * hourMs };
    const nine = Date.parse('2026-11-22T09:00:00+08:00');
    const hour = Date.UTC(2026, 10, 22, 9) / hourMs;

    expect([hourOf(nine, beijing), hourOf(nine - 1, beijing)]).toEqual([hour, hour - 1]);
    expect(hourStart(hour, beijing)).toBe(nine);
  });

  it('begin with Monday, the first in 1970 on the fifth of January', () => {
    expect(weekStart(0)).toBe(Date.UTC(1970, 0, 5) / hourMs);
    expect(
      [weekOf(monday - 1), weekOf(monday), weekOf(monday + 167)].map((week) => week - weekOf(monday)),
    ).toEqual([-1, 0, 0]);
    expect(weekStart(weekOf(monday + 99))).toBe(monday);
  });

  it('are to be watched from the first on, of a city that has no rates yet', () => {
    const { next, since, fit, counted } = newCityWatch(monday);

    expect([next, since, counted]).toEqual([monday, monday, {}]);
    expect(fit.day).toBeLessThan(monday / 24);
    expect(fit.rates).toEqual(Array(168).fill(0));
  });

  it('are to be learnt from by a new watch from its own hour on, less what is too young', () => {
    expect(newItemWatch(monday + 5, 12)).toMatchObject({
      ...{ through: monday + 4, learnt: monday - 8, measures: [], streams: {}, alarmed: {}, warned: {} },
      week: { week: weekOf(monday), counts: {}, expected: {} },
      outcome: { alarms: [], measured: [], weeks: [] },
    });
  });
});

describe('the evidence of an hour', () => {
  it('is of even counts the log of two Poisson probabilities, of uneven ones of two negative binomials', () => {
    const poisson = surgeEvidence(4, { mean: 2, size: Number.POSITIVE_INFINITY }, surge);
    const uneven = surgeEvidence(4, { mean: 1, size: 2 }, surge);

    expect(poisson).toBeCloseTo(4 * Math.log(4) - 6, 12);
    expect(uneven).toBeCloseTo(4 * Math.log((5 * 3) / 7) - 2 * Math.log(7 / 3), 12);
  });

  it('goes by the hour before as far as hours hang together', () => {
    expect(expectedHour(2, 10, 0.25, { perRequest: 1, perMean: 0.25 })).toEqual({ mean: 4, size: 2 });
  });

  it('raises an alarm at its threshold, and begins anew when it speaks against a surge', () => {
    const expected = { mean: 1, size: Number.POSITIVE_INFINITY };
    const evidence = surgeEvidence(9, expected, surge);
    const [calm, loud] = [newWatch(), newWatch()];

    expect(watchHour(loud, 9, expected, surge, evidence)).toEqual({ evidence, hours: 1, count: 9 });
    expect(watchHour(calm, 9, expected, surge, evidence + 1e-9)).toBeUndefined();
    expect(calm).toEqual({ evidence, hours: 1, count: 9 });
    for (let n = 0; n < 9; n += 1) watchHour(calm, 0, expected, surge, 99);
    expect([calm, loud]).toEqual([newWatch(), newWatch()]);
  });

  it.each([
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
    [Number.NaN, 1, 1],
  ])('has no threshold for %d streams, %d hours and %d false alarms', (streams, hours, falseAlarms) => {
    expect(() => alarmThreshold(streams, hours, falseAlarms)).toThrow(
      `streams ${streams}, hours ${hours} and false alarms ${falseAlarms} must be above 0`,
    );
  });

  it('shares the false alarms alike among the kinds of area there are and the streams in each', () => {
    const all = thresholdsOf({ falseAlarms: 6 }, 10, { city: 1, district: 2, place: 8 });
    const few = thresholdsOf({ falseAlarms: 6 }, 10, { city: 1, district: 0, place: 8 });

    expect(all).toEqual({
      city: Math.log((10 * monthHours) / 2),
      district: Math.log((20 * monthHours) / 2),
      place: Math.log((80 * monthHours) / 2),
    });
    expect(few.district).toBe(Number.POSITIVE_INFINITY);
    expect(few.city).toBe(Math.log((10 * monthHours) / 3));
  });
});

describe('the areas to warn of', () => {
  const context = { areas: smallAreas, rules: { ...smallRules, placesMin: 2, quietHours: 24 } };
  const chosen = (raised: readonly string[], alarmed = {}, warned = {}) => {
    const watch = { ...newItemWatch(monday, 12), alarmed: { ...alarmed }, warned: { ...warned } };
    return { told: chooseAlarms(watch, raised, monday + 100, context), watch };
  };
  const now = monday + 100;

  it.each([
    ['a place alone, of an alarm in it and around it', ['e1', 'east', 'city'], ['e1']],
    ['a district, of alarms in so many of its places', ['e1', 'e2', 'east', 'city'], ['east']],
    ['a district, though its places are silent', ['east'], ['east']],
    ['each place, where the district itself raised none', ['e1', 'e2'], ['e1', 'e2']],
    ['the city, of alarms in so many districts', ['e1', 'east', 'w1', 'west', 'city'], ['city']],
    ['places of two districts each for itself', ['e1', 'w2'], ['e1', 'w2']],
  ])('are %s', (_, raised, told) => {
    expect(chosen(raised).told).toEqual(told);
  });

  it('count alarms of late, and not those of before the quiet time', () => {
    expect(chosen(['e1', 'east'], { e2: now - 23 }).told).toEqual(['east']);
    expect(chosen(['e1', 'east'], { e2: now - 24 }).told).toEqual(['e1']);
    expect(chosen(['e1'], { e2: now - 24 }).watch.alarmed).toEqual({ e1: now });
  });

  it('are told again only after the quiet time, there or around', () => {
    expect(chosen(['e1'], {}, { east: now - 23 }).told).toEqual([]);
    expect(chosen(['e1'], {}, { e1: now - 23 }).told).toEqual([]);
    expect(chosen(['e1'], {}, { e2: now - 1 }).told).toEqual(['e1']);
    expect(chosen(['e1'], {}, { e1: now - 24, e2: now - 24 }).watch.warned).toEqual({ e1: now });
  });
});

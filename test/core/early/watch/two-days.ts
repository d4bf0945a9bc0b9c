import type { ForecastRules } from '../../../../functions/core/early/forecast/forecast-rules.ts';
import { learnCityHour, refitCity } from '../../../../functions/core/early/watch/learn-hours.ts';
import { newCityWatch, newItemWatch } from '../../../../functions/core/early/watch/new-watch.ts';
import { thresholdsOf, type WatchContext } from '../../../../functions/core/early/watch/watch-context.ts';
import { monday, smallAreas, smallRules } from '../support/small-watch.ts';

export const even = { perRequest: 0, perMean: 0 };
const dispersion = { city: even, district: even, place: even };
/** Rules of forecasts of even counts. */
export const forecast: ForecastRules = {
  shrinkage: { time: 3, area: 50 },
  level: { halfLifeHours: 336, strength: 30, lagHours: 0 },
  dispersion: { week: dispersion, month: dispersion },
  within: [0.9],
};

export function beginning(but: Partial<WatchContext> = {}): WatchContext {
  const thresholds = thresholdsOf(smallRules, 1, smallAreas.counts);
  const city = newCityWatch(monday);
  return { city, areas: smallAreas, rules: smallRules, forecast: undefined, thresholds, ...but };
}

/** A city that has learnt two days of one request an hour in e1, and an item that has learnt nothing. */
export function twoDays(but: Partial<WatchContext> = {}) {
  const context = beginning(but);
  for (let hour = monday; hour < monday + 48; hour += 1) {
    refitCity(context.city, hour, context);
    learnCityHour(context.city, hour, new Map([['e1', 1]]), context);
  }
  return { context, watch: newItemWatch(monday, 0) };
}

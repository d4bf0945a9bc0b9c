import { addCityRequests, addHour, addItemRequests } from '../counters.ts';
import { forecastMean } from '../forecast/forecast-mean.ts';
import { hourSlot, type WallHour, weekHours } from '../hour-slot.ts';
import { followLevel } from '../recent-level.ts';
import { cityRates, fittedRate, fitUsual } from '../usual.ts';
import { weekOf, weekStart } from './new-watch.ts';
import type { WatchContext } from './watch-context.ts';
import type { ArchivedWeek, CityWatch, ItemWatch } from './watch-state.ts';

/** Requests by code of their place; `''` stands for those without one. */
export type PlaceCounts = ReadonlyMap<string, number>;

/** What is older than so many half-lives weighs nothing in a level. */
const halfLivesKept = 10;

const dayOf = (hour: WallHour): number => Math.floor(hour / 24);

/** Fits the city's rates anew with each day. To be done before the items of an hour. */
export function refitCity(city: CityWatch, hour: WallHour, { rules }: Pick<WatchContext, 'rules'>): void {
  if (city.fit.day === dayOf(hour)) return;
  city.fit = { day: dayOf(hour), rates: [...cityRates(city.counters, rules.shrinkage)] };
}

/** Says of the city that `hour` is over and what it brought; done after the items, for they go by what was before. */
export function learnCityHour(
  city: CityWatch,
  hour: WallHour,
  counts: PlaceCounts,
  { areas }: Pick<WatchContext, 'areas'>,
): void {
  if (hour < city.since) return;
  const slot = hourSlot(hour);
  addHour(city.counters, slot);
  for (const [place, count] of counts) {
    addCityRequests(city.counters, slot, { areas: areas.holding(place || undefined), count });
  }
}

/** The rate that a fit of today calls usual, without the recent level. */
export const usualIn = (watch: ItemWatch, { city }: Pick<WatchContext, 'city'>, hour: WallHour): number =>
  fittedRate(watch.fit!, city.fit.rates, hourSlot(hour));

/**
 * Takes an item on to the hour `to`, which brought `counts`; hours since the last brought nothing, or it would have been
 * touched. Returns the weeks that ended on the way.
 */
export function learnHours(
  watch: ItemWatch,
  to: WallHour,
  counts: PlaceCounts,
  context: WatchContext,
): ArchivedWeek[] {
  const { city, areas, rules, forecast } = context;
  if (watch.fit?.day !== city.fit.day) {
    watch.fit = {
      day: city.fit.day,
      ...fitUsual(city.counters, city.fit.rates, watch.counters, rules.shrinkage),
    };
  }
  if (to < city.since || to <= watch.learnt) return [];
  const ended = forecast === undefined ? [] : turnWeek(watch, to, context);
  let total = 0;
  for (const [place, count] of counts) {
    total += count;
    const holding = areas.holding(place || undefined);
    addItemRequests(watch.counters, hourSlot(to), { areas: holding, count });
    if (forecast === undefined) continue;
    for (const area of holding) watch.week.counts[area] = (watch.week.counts[area] ?? 0) + count;
  }
  const slowest = Math.max(rules.level.halfLifeHours, forecast?.level.halfLifeHours ?? 0);
  const from = Math.max(watch.learnt + 1, city.since, to - halfLivesKept * slowest);
  for (let hour = from; hour <= to; hour++) {
    const seen = { hour, count: hour === to ? total : 0, expected: usualIn(watch, context, hour) };
    followLevel(watch.level, seen, rules.level);
    if (forecast !== undefined) followLevel(watch.trend, seen, forecast.level);
  }
  watch.learnt = to;
  return ended;
}

/** Puts the week away that is over, and forecasts the one that begins. */
function turnWeek(watch: ItemWatch, to: WallHour, context: WatchContext): ArchivedWeek[] {
  const week = weekOf(to);
  if (week === watch.week.week) return [];
  const ended = watch.week;
  const expected: Record<string, number> = {};
  const meanIn = forecastMean(watch, context.city, context.forecast!, {
    from: weekStart(week),
    hours: weekHours,
  });
  for (const area of Object.keys(watch.counters.areas)) expected[area] = rounded(meanIn(area));
  watch.week = { week, counts: {}, expected };
  return [ended];
}

const rounded = (mean: number) => Math.round(mean * 1e4) / 1e4;

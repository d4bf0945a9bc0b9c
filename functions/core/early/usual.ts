import type { CityCounters, ItemCounters } from './counters.ts';
import { type HourSlot, hourOfWeek, slotAt, weekHours, yearSlots } from './hour-slot.ts';

/** How far sparse cells lean on what holds for more: as many requests as if seen there already. */
export interface Shrinkage {
  /** Of an hour, weekday or month, towards its parent's rate. */
  readonly time: number;
  /** Of an item's share of an area, towards the share of all items. */
  readonly area: number;
}

/** Requests an hour that are usual in a slot. */
export type UsualRate = (slot: HourSlot) => number;

/** Requests an hour in each hour of the week, all items: an hour of the week leans on its hour of day, that on the mean. */
export function cityRates({ hours, requests, total }: CityCounters, { time }: Shrinkage): Float64Array {
  const recorded = new Float64Array(weekHours);
  for (let slot = 0; slot < hours.length; slot++) recorded[slot % weekHours]! += hours[slot]!;
  const mean = total / Math.max(1, sum(recorded));
  const [dayHours, dayRequests] = [new Float64Array(24), new Float64Array(24)];
  for (let hour = 0; hour < weekHours; hour++) {
    dayHours[hour % 24]! += recorded[hour]!;
    dayRequests[hour % 24]! += requests[hour]!;
  }
  return Float64Array.from({ length: weekHours }, (_, hour) => {
    const ofDay = mean * leaning(dayRequests[hour % 24]!, mean * dayHours[hour % 24]!, time);
    return ofDay * leaning(requests[hour]!, ofDay * recorded[hour]!, time);
  });
}

/** An item's usual rate as numbers to store: its share of the city's hours of the week, and factors on them. */
export interface UsualFit {
  readonly share: number;
  readonly hourOfDay: number[];
  readonly weekday: number[];
  readonly month: number[];
}

/**
 * Fits the usual of one item in the whole city: its own hours of day, weekdays and months as factors on the city's hours
 * of the week, each shrunk towards 1 by a gamma prior. An item never seen gets the rate of half a request.
 */
export function fitUsual(
  city: CityCounters,
  rates: ArrayLike<number>,
  item: ItemCounters,
  { time }: Shrinkage,
): UsualFit {
  const expected = Float64Array.from(city.hours, (hours, at) => hours * rates[at % weekHours]!);
  let share = rescale(expected, item.total);
  const factors = (['hourOfDay', 'weekday', 'month'] as const).map((profile) => {
    const counts = item[profile];
    const slots = slotsBy[profile];
    const means = new Float64Array(counts.length);
    for (let at = 0; at < expected.length; at++) means[slots[at]!]! += expected[at]!;
    const factor = counts.map((count, i) => leaning(count, means[i]!, time));
    for (let at = 0; at < expected.length; at++) expected[at]! *= factor[slots[at]!]!;
    share *= rescale(expected, item.total);
    return factor;
  });
  const [hourOfDay, weekday, month] = factors as [number[], number[], number[]];
  return { share, hourOfDay, weekday, month };
}

/** Where each slot of a year stands in day, week and year. */
const slotsBy = {
  hourOfDay: Uint8Array.from({ length: yearSlots }, (_, at) => slotAt(at).hourOfDay),
  weekday: Uint8Array.from({ length: yearSlots }, (_, at) => slotAt(at).weekday),
  month: Uint8Array.from({ length: yearSlots }, (_, at) => slotAt(at).month),
};

/** Scales what is expected to what was counted, half a request more, and returns the factor. */
function rescale(expected: Float64Array, total: number): number {
  const scale = (total + 0.5) / Math.max(1e-9, sum(expected));
  for (let at = 0; at < expected.length; at++) expected[at]! *= scale;
  return scale;
}

/** Requests an hour that a fit calls usual in a slot; `rates` are those it was fitted on. */
export const fittedRate = (fit: UsualFit, rates: ArrayLike<number>, slot: HourSlot): number =>
  fit.share *
  rates[hourOfWeek(slot)]! *
  fit.hourOfDay[slot.hourOfDay]! *
  fit.weekday[slot.weekday]! *
  fit.month[slot.month]!;

/** The usual rate of one item in the whole city, by {@link fitUsual}. */
export function usualRate(
  city: CityCounters,
  rates: Float64Array,
  item: ItemCounters,
  shrinkage: Shrinkage,
): UsualRate {
  const fit = fitUsual(city, rates, item, shrinkage);
  return (slot) => fittedRate(fit, rates, slot);
}

/** Share of an item's requests that an area brings: its own, leaning on the area's share of all requests. */
export function areaShare(
  city: CityCounters,
  item: ItemCounters,
  area: string,
  { area: strength }: Shrinkage,
): number {
  const ofAll = Math.min(1, ((city.areas[area] ?? 0) + 0.5) / (city.total + 0.5));
  return ((item.areas[area] ?? 0) + strength * ofAll) / (item.total + strength);
}

/** Mean of the factor on `expected` after seeing `count`, of a gamma prior with mean 1 and this strength. */
const leaning = (count: number, expected: number, strength: number): number =>
  (count + strength) / (expected + strength);

const sum = (values: Iterable<number>): number => {
  let all = 0;
  for (const value of values) all += value;
  return all;
};

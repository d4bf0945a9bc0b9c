import { type HourSlot, hourOfWeek, weekHours, yearSlotOf, yearSlots } from './hour-slot.ts';

/**
 * What is stored of a city to know what is usual: plain numbers that only grow, so that functions can add to them
 * one by one and parts can be added up. An area is a place, a district or the whole city, by the host's own key.
 */
export interface CityCounters {
  /** Hours that were recorded, by month and hour of week. */
  readonly hours: number[];
  /** Requests by hour of week. */
  readonly requests: number[];
  total: number;
  /** Requests by area. */
  readonly areas: Record<string, number>;
}

/** What is stored of one item (事项). */
export interface ItemCounters {
  readonly hourOfDay: number[];
  readonly weekday: number[];
  readonly month: number[];
  total: number;
  readonly areas: Record<string, number>;
}

const zeros = (length: number) => new Array<number>(length).fill(0);

/** Counters of a city of which no hour was recorded. */
export const emptyCity = (): CityCounters => ({
  hours: zeros(yearSlots),
  requests: zeros(weekHours),
  total: 0,
  areas: {},
});

/** Counters of an item that nobody has asked about. */
export const emptyItem = (): ItemCounters => ({
  hourOfDay: zeros(24),
  weekday: zeros(7),
  month: zeros(12),
  total: 0,
  areas: {},
});

/** Says that an hour was recorded, whether anything came or not. */
export function addHour(city: CityCounters, slot: HourSlot): void {
  city.hours[yearSlotOf(slot)]! += 1;
}

/** Requests of one item in one hour, and every area that holds them. */
type Counted = { readonly areas: readonly string[]; readonly count: number };

/** Counts requests of one item in one hour, at every area that holds them. */
export function addRequests(
  { city, item }: { readonly city: CityCounters; readonly item: ItemCounters },
  slot: HourSlot,
  counted: Counted,
): void {
  addCityRequests(city, slot, counted);
  addItemRequests(item, slot, counted);
}

/** The city's part of {@link addRequests}. */
export function addCityRequests(city: CityCounters, slot: HourSlot, { areas, count }: Counted): void {
  city.requests[hourOfWeek(slot)]! += count;
  city.total += count;
  for (const area of areas) city.areas[area] = (city.areas[area] ?? 0) + count;
}

/** The item's part of {@link addRequests}. */
export function addItemRequests(item: ItemCounters, slot: HourSlot, { areas, count }: Counted): void {
  item.hourOfDay[slot.hourOfDay]! += count;
  item.weekday[slot.weekday]! += count;
  item.month[slot.month]! += count;
  item.total += count;
  for (const area of areas) item.areas[area] = (item.areas[area] ?? 0) + count;
}

import { type HourSlot, hourOfWeek, weekHours, yearSlots } from '../../../functions/core/early/hour-slot.ts';

/** What an item brought: requests by hour of day, weekday and month, and in all. */
export interface ItemProfile {
  readonly hourOfDay: Float64Array;
  readonly weekday: Float64Array;
  readonly month: Float64Array;
  total: number;
}

export const emptyProfile = (): ItemProfile => ({
  hourOfDay: new Float64Array(24),
  weekday: new Float64Array(7),
  month: new Float64Array(12),
  total: 0,
});

/** What a slot expects of all items together, by month and hour of week, and added up over months. */
export interface SlotBase {
  readonly bySlot: Float64Array;
  readonly byHour: Float64Array;
}

/** Hours recorded in each slot times the city's rate in it. */
export function slotBase(hours: ArrayLike<number>, rates: ArrayLike<number>): SlotBase {
  const bySlot = new Float64Array(yearSlots);
  const byHour = new Float64Array(weekHours);
  for (let slot = 0; slot < yearSlots; slot += 1) {
    bySlot[slot] = hours[slot]! * rates[slot % weekHours]!;
    byHour[slot % weekHours]! += bySlot[slot]!;
  }
  return { bySlot, byHour };
}

/** An item's usual rate: `share` of the city's hour of the week, times three factors. */
export interface ItemFit {
  readonly share: number;
  readonly hourOfDay: Float64Array;
  readonly weekday: Float64Array;
  readonly month: Float64Array;
}

/**
 * The core's `fitUsual` in a hundredth of its time: the factors of one profile are the same in every slot that shares its
 * hour, weekday or month, so sums over slots are sums over those. A test holds the two together.
 */
export function fitItem({ bySlot, byHour }: SlotBase, item: ItemProfile, strength: number): ItemFit {
  const wanted = item.total + 0.5;
  let share = wanted / Math.max(1e-9, sum(byHour));
  const factorOf = (counts: Float64Array, expected: Float64Array): Float64Array => {
    const factor = counts.map((count, i) => (count + strength) / (share * expected[i]! + strength));
    share *=
      wanted /
      Math.max(
        1e-9,
        expected.reduce((all, mean, i) => all + share * mean * factor[i]!, 0),
      );
    return factor;
  };
  const ofHours = new Float64Array(24);
  for (let hour = 0; hour < weekHours; hour += 1) ofHours[hour % 24]! += byHour[hour]!;
  const hourOfDay = factorOf(item.hourOfDay, ofHours);
  const ofDays = new Float64Array(7);
  for (let hour = 0; hour < weekHours; hour += 1) {
    ofDays[Math.floor(hour / 24)]! += byHour[hour]! * hourOfDay[hour % 24]!;
  }
  const weekday = factorOf(item.weekday, ofDays);
  const ofMonths = new Float64Array(12);
  for (let slot = 0; slot < yearSlots; slot += 1) {
    if (bySlot[slot] === 0) continue;
    const hour = slot % weekHours;
    ofMonths[Math.floor(slot / weekHours)]! +=
      bySlot[slot]! * hourOfDay[hour % 24]! * weekday[Math.floor(hour / 24)]!;
  }
  const month = factorOf(item.month, ofMonths);
  return { share, hourOfDay, weekday, month };
}

/** Requests an hour that a fit calls usual in a slot. */
export const rateOf = (fit: ItemFit, rates: ArrayLike<number>, slot: HourSlot): number =>
  fit.share *
  rates[hourOfWeek(slot)]! *
  fit.hourOfDay[slot.hourOfDay]! *
  fit.weekday[slot.weekday]! *
  fit.month[slot.month]!;

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

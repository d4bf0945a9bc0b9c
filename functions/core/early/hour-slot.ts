import { hourMs } from '../time.ts';

/** Hours of the city's wall clock since 1970: what counts are kept by. */
export type WallHour = number;

/** Where an hour stands in day, week and year. Weekday 0 is Monday, month 0 is January. */
export interface HourSlot {
  readonly hourOfDay: number;
  readonly weekday: number;
  readonly month: number;
}

/** Hours of a day. */
export const dayHours = 24;

/** Hours of a week, and slots of a year by month and hour of week. */
export const weekHours = 7 * dayHours;
export const yearSlots = 12 * weekHours;

/** The slot of an hour. */
export function hourSlot(hour: WallHour): HourSlot {
  const day = Math.floor(hour / dayHours);
  return {
    hourOfDay: hour - day * dayHours,
    weekday: (((day + 3) % 7) + 7) % 7,
    month: new Date(hour * hourMs).getUTCMonth(),
  };
}

/** Hour of the week from Monday 0:00. */
export const hourOfWeek = ({ weekday, hourOfDay }: HourSlot): number => weekday * dayHours + hourOfDay;

/** The slot with this number below `yearSlots`; the reverse of `yearSlotOf`. */
export const slotAt = (yearSlot: number): HourSlot => ({
  month: Math.floor(yearSlot / weekHours),
  weekday: Math.floor((yearSlot % weekHours) / dayHours),
  hourOfDay: yearSlot % dayHours,
});

/** The number of a slot of the year: month by month, from 0 to below `yearSlots`. */
export const yearSlotOf = (slot: HourSlot): number => slot.month * weekHours + hourOfWeek(slot);

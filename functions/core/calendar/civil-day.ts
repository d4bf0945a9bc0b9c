import { dayMs } from '../time.ts';

/** A civil day as the number of days since 1970-01-01, whatever the time zone. */
export type DayNumber = number;

/** The number of a valid `YYYY-MM-DD` date; `NaN` for any other text. */
export const dayNumber = (isoDate: string): DayNumber => Date.parse(`${isoDate}T00:00:00Z`) / dayMs;

/** The `YYYY-MM-DD` date of a day number. */
export const isoDateOf = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Whether the day is a Saturday or a Sunday. Day 0, 1970-01-01, was a Thursday. */
export function isWeekend(day: DayNumber): boolean {
  const sinceSunday = (((day + 4) % 7) + 7) % 7;
  return sinceSunday === 0 || sinceSunday === 6;
}

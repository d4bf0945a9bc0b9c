import { type DayNumber, dayNumber, isoDateOf } from '../../calendar/civil-day.ts';

/** A day (`2018-08-02`), a week of ISO 8601 (`2018-W31`) or a month (`2018-08`), as `periodAt` names them. */
export const periodKeyPattern = /^[12]\d{3}-(?:(?:0[1-9]|1[0-2])(?:-\d{2})?|W\d{2})$/;

/** The first day (`2018-07-30`) of the period a key names; undefined where there is no such day or week. */
export function periodStart(key: string): string | undefined {
  if (!periodKeyPattern.test(key)) return undefined;
  if (key.includes('W')) return weekStart(Number(key.slice(0, 4)), Number(key.slice(6)));
  const text = key.length === 7 ? `${key}-01` : key;
  const day = dayNumber(text);
  return !Number.isNaN(day) && isoDateOf(day) === text ? text : undefined;
}

/** The month (`2018-07`) that a period begins in: where its round stands. */
export const monthOfPeriod = (key: string): string | undefined => periodStart(key)?.slice(0, 7);

function weekStart(year: number, week: number): string | undefined {
  // The fourth of January lies in the first week.
  const fourth = dayNumber(`${year}-01-04`);
  const monday = fourth - daysSinceMonday(fourth) + 7 * (week - 1);
  // A week is of the year that its Thursday is of: there is no week 0, and a week 53 in some years alone.
  const thursday = isoDateOf(monday + 3);
  return Number(thursday.slice(0, 4)) === year ? isoDateOf(monday) : undefined;
}

/** Day 0, 1970-01-01, was a Thursday. */
export const daysSinceMonday = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

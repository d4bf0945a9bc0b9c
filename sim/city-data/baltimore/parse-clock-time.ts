import { type EpochMs, hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';

/** The one offset under which all times of the file are read, summer and winter. */
export const baltimoreUtcOffset = '-05:00';
const offsetMs = -5 * hourMs;

const pattern = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) (AM|PM)$/;

/**
 * Reads a wall-clock time such as `04/12/2018 11:11:26 AM` as an instant at UTC-5, or null if it is none (02/30 is
 * none). One fixed offset keeps every span between two times as the file has it; a zone with summer time would stretch
 * or shrink the spans that cross a change of clocks.
 */
export const parseClockTime = (text: string): EpochMs | null => {
  const parts = pattern.exec(text);
  if (!parts) return null;
  const [month, day, year, hour12, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour12 < 1 || hour12 > 12 || minute > 59 || second > 59) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const hour = (hour12 % 12) + (parts[7] === 'PM' ? 12 : 0);
  return Date.UTC(year, month - 1, day) + hour * hourMs + minute * minuteMs + second * secondMs - offsetMs;
};

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

import { monthOf } from '../../core/calendar/month-of.ts';
import { monthPattern, yearPattern } from '../../core/calendar/months.ts';
import type { DurationMs, EpochMs } from '../../core/time.ts';
import type { BoardKey, JobKind } from '../../ports/board-store.ts';

const monthsOfYear = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'));

/** Whether a period of this kind is a month; else it is a year. */
export const isMonthly = (kind: JobKind): boolean => kind === 'month' || kind === 'matters';

/** Whether a period is one of this kind of board: a month (`2026-11`) or a year (`2026`). */
export const isPeriodOf = (kind: JobKind, period: string): boolean =>
  (isMonthly(kind) ? monthPattern : yearPattern).test(period);

/** The months whose ledger a board reads. */
export const monthsOf = ({ kind, period }: BoardKey): readonly string[] =>
  isMonthly(kind) ? [period] : monthsOfYear.map((month) => `${period}-${month}`);

/** The period `count` before a board's. */
export function periodBefore({ kind, period }: BoardKey, count: number): string {
  const [year, month = 1] = period.split('-').map(Number);
  if (!isMonthly(kind)) return yearText(year! - count);
  const at = year! * 12 + month - 1 - count;
  return `${yearText(Math.floor(at / 12))}-${monthsOfYear[at % 12]}`;
}

const yearText = (year: number) => String(year).padStart(4, '0');

/** Whether a period has begun, in the city's own time. */
export const hasBegun = ({ kind, period }: BoardKey, now: EpochMs, utcOffsetMs: DurationMs): boolean =>
  present(kind, now, utcOffsetMs) >= period;

/** Whether a period is over, in the city's own time. */
export const hasEnded = ({ kind, period }: BoardKey, now: EpochMs, utcOffsetMs: DurationMs): boolean =>
  present(kind, now, utcOffsetMs) > period;

/** The month, or for the boards of a year the year, that `now` lies in. */
function present(kind: JobKind, now: EpochMs, utcOffsetMs: DurationMs): string {
  const month = monthOf(now, utcOffsetMs);
  return isMonthly(kind) ? month : month.slice(0, 4);
}

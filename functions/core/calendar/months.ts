import type { DurationMs, EpochMs } from '../time.ts';

/** A month's text: `2026-11`. Not of the first or last millennium: a year before or after still has four digits. */
export const monthPattern = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/;

/** A year's text: `2026`, of the same millennia. */
export const yearPattern = /^[12]\d{3}$/;

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const textOf = (months: number): string =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;

/** The month `count` months after `month` (`2026-11`); before it where `count` is negative. */
export const monthAfter = (month: string, count: number): string => textOf(numberOf(month) + count);

/** The months from `from` to `to`, both included; none where `to` is earlier. */
export function monthsFrom(from: string, to: string): string[] {
  const first = numberOf(from);
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, n) => textOf(first + n));
}

/** The first instant of a month, at a fixed offset from UTC. */
export const monthStartOf = (month: string, utcOffsetMs: DurationMs): EpochMs =>
  Date.parse(`${month}-01T00:00:00Z`) - utcOffsetMs;

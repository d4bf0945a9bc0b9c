import { hourMs } from '../../../functions/core/time.ts';
import type { HourCells } from './hour-cells.ts';

/** Days without a request that a whole file may have: the longest closing of a counter is shorter. */
const gapDaysMax = 30;

/**
 * The longest time in which a file has no request, as a line, where it is longer than any city is silent: one time that
 * was mistyped by years, or a file of parts, makes every rate a day far too low. Undefined where there is none.
 */
export function longestGap({ counts }: HourCells): string | undefined {
  const hours = [...counts.keys()].sort((a, b) => a - b);
  let [from, length] = [0, 0];
  for (let i = 1; i < hours.length; i++) {
    const gap = hours[i]! - hours[i - 1]!;
    if (gap > length) [from, length] = [hours[i - 1]!, gap];
  }
  if (length <= gapDaysMax * 24) return undefined;
  const date = (hour: number) => new Date(hour * hourMs).toISOString().slice(0, 10);
  const days = Math.floor(length / 24);
  return `no request from ${date(from)} to ${date(from + length)} (${days} days): is a time mistyped, or is this a file of parts ("coverage": "gaps")?`;
}

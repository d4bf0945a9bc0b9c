import type { WallHour } from '../../../functions/core/early/hour-slot.ts';
import type { WindowCounts } from './window-counts.ts';
import type { Window } from './windows.ts';

/** Windows that a naive threshold is learnt from. */
export interface Learnt {
  readonly window: Window;
  readonly counts: WindowCounts;
}

/** Mean and standard deviation of a stream's counts in the same hour of day. */
export interface HourSpread {
  readonly mean: number;
  readonly deviation: number;
}

/** What the learnt windows had in each hour of `window` (by hour of day), for one stream. */
export function hourSpreads(window: Window, stream: number, learnt: readonly Learnt[]): HourSpread[] {
  const sums = Array.from({ length: 24 }, () => ({ n: 0, sum: 0, squares: 0 }));
  for (const { window: known, counts } of learnt) {
    const series = counts.get(stream);
    for (let hour = known.from; hour < known.to; hour++) {
      const count = series?.[hour - known.from] ?? 0;
      const cell = sums[hourOfDay(hour)]!;
      cell.n++;
      cell.sum += count;
      cell.squares += count * count;
    }
  }
  return Array.from({ length: window.to - window.from }, (_, i) => {
    const { n, sum, squares } = sums[hourOfDay(window.from + i)]!;
    const mean = n === 0 ? 0 : sum / n;
    const variance = n < 2 ? 0 : Math.max(0, (squares - n * mean * mean) / (n - 1));
    return { mean, deviation: Math.sqrt(variance) };
  });
}

const hourOfDay = (hour: WallHour) => ((hour % 24) + 24) % 24;

/** The usual naive rule: an hour above mean + 3 standard deviations. */
export const isAboveThree = (count: number, { mean, deviation }: HourSpread): boolean =>
  count > mean + 3 * deviation;

/** How far an hour is above its mean in standard deviations, of at least one request: sparse streams have none. */
export const deviationsAbove = (count: number, { mean, deviation }: HourSpread): number =>
  (count - mean) / Math.max(1, deviation);

import type { ClosingLaw } from './closing-law.ts';
import { type Capacity, predictClosing } from './predict-closing.ts';

/** Quantiles of a weekday's closings that are tried as its capacity; 2 stands for none at all. */
const quantiles = [0.6, 0.7, 0.8, 0.9, 0.95, 1, 2];

/**
 * Fits a unit's capacity per weekday on the first half alone: of the quantiles of what it closed on that weekday, the
 * one under which the first half's own closings are predicted best (mean square error, which rewards the right mean; the
 * first quarter only fills the queue).
 * @param split index of the first day that must not be looked at
 */
export function fitCapacity(unit: {
  readonly opened: Float64Array;
  readonly closed: Float64Array;
  readonly law: ClosingLaw;
  readonly split: number;
  readonly weekdayOf: (index: number) => number;
}): { readonly capacity: Capacity; readonly quantile: number } {
  const { opened, closed, law, split, weekdayOf } = unit;
  const byWeekday = Array.from({ length: 7 }, (_, weekday) =>
    Array.from(closed.subarray(0, split))
      .filter((_count, day) => weekdayOf(day) === weekday)
      .sort((a, b) => a - b),
  );
  const judged = Math.floor(split / 4);
  let best = { capacity: [] as Capacity, quantile: 0, error: Number.POSITIVE_INFINITY };
  for (const quantile of quantiles) {
    const capacity = byWeekday.map((counts) => quantileOf(counts, quantile));
    const predicted = predictClosing({
      opened,
      open: new Float64Array(split),
      law,
      capacity,
      from: 0,
      to: split,
      weekdayOf,
    });
    let error = 0;
    for (let day = judged; day < split; day++) error += (predicted[day]! - closed[day]!) ** 2;
    if (error < best.error) best = { capacity, quantile, error };
  }
  return { capacity: best.capacity, quantile: best.quantile };
}

const quantileOf = (sorted: readonly number[], quantile: number): number =>
  quantile > 1
    ? Number.POSITIVE_INFINITY
    : (sorted[Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] ?? 0);

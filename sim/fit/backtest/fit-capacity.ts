import { estimate } from '../../stats/estimate.ts';
import type { ClosingLaw } from './closing-law.ts';
import { type Capacity, predictClosing } from './predict-closing.ts';

/** Quantiles of a weekday's closings that are tried as its capacity, the loosest first. */
const quantiles = [1, 0.95, 0.9, 0.8, 0.7, 0.6];

/** A unit that nothing but its handling times holds up. */
const unlimited: Capacity = Array.from({ length: 7 }, () => Number.POSITIVE_INFINITY);
export const unlimitedQuantile = 2;

/** Capacities are taken from this part of the first half and judged on its rest. */
const learnedShare = 0.6;

type Days = {
  readonly opened: Float64Array;
  readonly closed: Float64Array;
  readonly law: ClosingLaw;
  /** Index of the first day that must not be looked at. */
  readonly split: number;
  readonly weekdayOf: (index: number) => number;
};

/**
 * Fits a unit's capacity per weekday on the first half alone: none, unless a quantile of what it closed on that weekday,
 * taken from the half's first part, predicts the closings of its rest better beyond chance (the 95 % interval of the
 * weekly gain in mean square error lies above 0). Without that test, a unit that is never held up gets a capacity out of
 * the noise of its weekdays, and a growing load seems to drown it.
 */
export function fitCapacity(days: Days): { readonly capacity: Capacity; readonly quantile: number } {
  const learned = Math.floor(days.split * learnedShare);
  let best = { quantile: unlimitedQuantile, errors: weeklyErrors(days, learned, unlimited) };
  for (const quantile of quantiles) {
    const errors = weeklyErrors(days, learned, capacityOf(days, learned, quantile));
    if (errors.length < 2) break;
    const { mean, halfWidth95 } = estimate(errors.map((error, week) => best.errors[week]! - error));
    if (mean > halfWidth95) best = { quantile, errors };
  }
  const { quantile } = best;
  return {
    quantile,
    capacity: quantile === unlimitedQuantile ? unlimited : capacityOf(days, days.split, quantile),
  };
}

/** The quantile of each weekday's closings over the first `learned` days. */
const capacityOf = ({ closed, weekdayOf }: Days, learned: number, quantile: number): Capacity =>
  Array.from({ length: 7 }, (_, weekday) => {
    const counts = Array.from(closed.subarray(0, learned))
      .filter((_count, day) => weekdayOf(day) === weekday)
      .sort((a, b) => a - b);
    return counts[Math.min(counts.length - 1, Math.ceil(quantile * counts.length) - 1)] ?? 0;
  });

/** Mean square error of each week from `learned` to the split, the days before filling the queue. */
function weeklyErrors(
  { opened, closed, law, split, weekdayOf }: Days,
  learned: number,
  capacity: Capacity,
): number[] {
  const open = new Float64Array(split);
  const predicted = predictClosing({ opened, open, law, capacity, from: 0, to: split, weekdayOf });
  return Array.from({ length: Math.floor((split - learned) / 7) }, (_, week) => {
    let error = 0;
    for (let day = learned + week * 7; day < learned + week * 7 + 7; day++) {
      error += (predicted[day]! - closed[day]!) ** 2 / 7;
    }
    return error;
  });
}

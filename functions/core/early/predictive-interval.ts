import { type Dispersion, logProbability, sizeAt } from './dispersion.ts';

/** Whole numbers that a count lies between, both included. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
}

const countMax = 1_000_000;

/**
 * The counts between which a count with this mean and dispersion lies with a probability of at least `within`: at most
 * half of the rest lies below, at most half above. Sparse counts are whole, so more than `within` may lie inside.
 */
export function predictiveInterval(mean: number, dispersion: Dispersion, within: number): CountInterval {
  const outside = (1 - within) / 2;
  const size = sizeAt(mean, dispersion);
  let below = 0;
  let low: number | undefined;
  for (let count = 0; count < countMax; count++) {
    below += Math.exp(logProbability(count, mean, size));
    if (low === undefined && below > outside) low = count;
    if (below >= 1 - outside) return { low: low ?? count, high: count };
  }
  return { low: low ?? 0, high: countMax };
}

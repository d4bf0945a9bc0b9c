import { type Dispersion, logProbability, sizeAt } from './dispersion.ts';

/** Whole numbers that a count lies between, both included. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
  /** Probability of a count between them, which whole numbers put above what was asked. */
  readonly probability: number;
}

const countMax = 1_000_000;

/**
 * The counts between which a count with this mean and dispersion lies with a probability of at least `within`: at most
 * half of the rest lies below, at most half above.
 */
export function predictiveInterval(mean: number, dispersion: Dispersion, within: number): CountInterval {
  const outside = (1 - within) / 2;
  const size = sizeAt(mean, dispersion);
  let reached = 0;
  let low: number | undefined;
  let below = 0;
  for (let count = 0; count < countMax; count++) {
    const before = reached;
    reached += Math.exp(logProbability(count, mean, size));
    if (low === undefined && reached > outside) [low, below] = [count, before];
    if (reached >= 1 - outside) return { low: low ?? count, high: count, probability: reached - below };
  }
  return { low: low ?? 0, high: countMax, probability: reached - below };
}

import type { Dispersion } from './dispersion.ts';

const steps = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8, 13, 20];
const start: Dispersion = { perRequest: 0.2, perMean: 0.2 };
const roundsMax = 6;

/**
 * The dispersion of the greatest log-likelihood, on a grid, one of its two numbers at a time. The expected means must
 * come from other hours than the counts, or it comes out too small.
 */
export function fitDispersion(likelihood: (dispersion: Dispersion) => number): Dispersion {
  let best = start;
  let bestScore = likelihood(best);
  for (let round = 0; round < roundsMax; round++) {
    const before = bestScore;
    for (const name of ['perRequest', 'perMean'] as const) {
      for (const value of steps) {
        const tried = { ...best, [name]: value };
        const score = likelihood(tried);
        if (score > bestScore) [best, bestScore] = [tried, score];
      }
    }
    if (bestScore === before) break;
  }
  return best;
}

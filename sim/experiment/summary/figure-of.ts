import type { Figure } from '../../report/report-input.ts';
import { estimate } from '../../stats/estimate.ts';

/**
 * The mean of replications with its 95 % interval, which one replication has not. Undefined where any of them has no
 * value: the others alone would be a chosen sample.
 */
export function figureOf(samples: readonly (number | null | undefined)[]): Figure | undefined {
  const known = samples.filter((sample) => typeof sample === 'number' && Number.isFinite(sample)) as number[];
  if (known.length < samples.length || known.length === 0) return undefined;
  if (known.length === 1) return { mean: known[0]! };
  const { mean, halfWidth95 } = estimate(known);
  return { mean, halfWidth95 };
}

/** Mean of numbers; undefined for none. */
export const meanOf = (samples: readonly number[]): number | undefined =>
  samples.length === 0 ? undefined : samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

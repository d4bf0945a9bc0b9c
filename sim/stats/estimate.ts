import { studentTQuantile } from './student-t.ts';

/** A mean with its precision: the 95 % confidence interval is `mean` +- `halfWidth95`. */
export interface Estimate {
  readonly n: number;
  readonly mean: number;
  readonly standardError: number;
  readonly halfWidth95: number;
}

/**
 * Mean of independent samples, as a rule replication means, with a 95 % interval by Student's t.
 * @throws RangeError below two samples, which have no interval, or if one is not finite.
 */
export function estimate(samples: readonly number[]): Estimate {
  const n = samples.length;
  if (n < 2) throw new RangeError(`an estimate needs at least two samples, not ${n}`);
  const at = samples.findIndex((sample) => !Number.isFinite(sample));
  if (at >= 0) throw new RangeError(`sample ${at} of ${n} is ${samples[at]}: samples must be finite`);
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / n;
  const squares = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  return { n, mean, standardError, halfWidth95: studentTQuantile(0.95, n - 1) * standardError };
}

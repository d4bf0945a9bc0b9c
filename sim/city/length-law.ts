import { hourMs } from '../../functions/core/time.ts';
import { luckOf } from './luck.ts';
import { normalQuantile } from './normal-quantile.ts';

/** A positive length by its mean and coefficient of variation, drawn from a citizen's luck by the inverse of its law. */
export interface LengthLaw {
  /** As given: hours, or a share of a limit. */
  readonly mean: number;
  /** The draw, as a multiple of the mean. */
  readonly factor: (word: number, purpose: number, round: number) => number;
}

/** Log-normal: how most durations of hotlines are distributed. */
export function logNormalLength({ mean, variation }: { mean: number; variation: number }): LengthLaw {
  const logVariance = Math.log1p(variation * variation);
  const deviation = Math.sqrt(logVariance);
  return {
    mean,
    factor: (word, purpose, round) =>
      Math.exp(deviation * normalQuantile(luckOf(word, purpose, round)) - logVariance / 2),
  };
}

/** Exponential, where a queue is compared with theory. */
export const exponentialLength = (mean: number): LengthLaw => ({
  mean,
  factor: (word, purpose, round) => -Math.log(luckOf(word, purpose, round)),
});

/** Whole milliseconds, at least one, of so many mean hours. */
export const drawMs = (
  law: LengthLaw,
  meanHours: number,
  word: number,
  purpose: number,
  round: number,
): number => Math.ceil(meanHours * hourMs * law.factor(word, purpose, round)) || 1;

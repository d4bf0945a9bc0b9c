import { type Distribution, requirePositive } from './distribution.ts';
import { drawNormal } from './normal.ts';

/**
 * Log-normal by its own mean and coefficient of variation (deviation / mean), which is how handling times are
 * reported; not by the parameters of its logarithm, which nobody can picture.
 */
export function logNormal(options: { readonly mean: number; readonly variation: number }): Distribution {
  const { mean, variation } = options;
  requirePositive({ mean, variation });
  const logVariance = Math.log1p(variation * variation);
  const logDeviation = Math.sqrt(logVariance);
  const logMean = Math.log(mean) - logVariance / 2;
  return { mean, draw: (stream) => Math.exp(logMean + logDeviation * drawNormal(stream)) };
}

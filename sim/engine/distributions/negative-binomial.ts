import { type Distribution, requirePositive } from './distribution.ts';
import { drawGamma } from './gamma.ts';
import { drawPoisson } from './poisson.ts';

/**
 * Negative binomial by its mean and shape: a count whose rate itself varies from day to day (a Poisson number whose
 * mean is gamma distributed). The variance is mean + mean^2 / shape, so a small shape is a noisy day.
 */
export function negativeBinomial(options: { readonly mean: number; readonly shape: number }): Distribution {
  const { mean, shape } = options;
  requirePositive({ mean, shape });
  const scale = mean / shape;
  return { mean, draw: (stream) => drawPoisson(stream, scale * drawGamma(stream, shape)) };
}

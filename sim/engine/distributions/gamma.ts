import type { Stream } from '../stream.ts';
import { type Distribution, requirePositive } from './distribution.ts';
import { drawNormal } from './normal.ts';

/** Gamma by its mean and shape; the variance is mean^2 / shape. */
export function gamma(options: { readonly mean: number; readonly shape: number }): Distribution {
  const { mean, shape } = options;
  requirePositive({ mean, shape });
  const scale = mean / shape;
  return { mean, draw: (stream) => scale * drawGamma(stream, shape) };
}

/** Gamma with the given shape and scale 1 (Marsaglia and Tsang 2000b); shapes below 1 by their boost. */
export function drawGamma(stream: Stream, shape: number): number {
  if (shape < 1) return drawGamma(stream, shape + 1) * (1 - stream.next01()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(stream);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - stream.next01()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

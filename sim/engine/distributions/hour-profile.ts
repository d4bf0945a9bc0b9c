import { discrete } from './discrete.ts';
import { type Distribution, requirePositive } from './distribution.ts';

/**
 * An instant within a period whose equal parts (the hours of a day, say) have observed weights: the part by its
 * weight, then evenly within it. Empirical and piecewise uniform; times count from the start of the period.
 */
export function hourProfile(options: {
  readonly weights: readonly number[];
  /** Length of one part, in the model's unit of time. */
  readonly partLength: number;
}): Distribution {
  const { weights, partLength } = options;
  requirePositive({ partLength });
  const part = discrete(weights);
  return {
    mean: (part.mean + 0.5) * partLength,
    draw: (stream) => (part.draw(stream) + stream.next01()) * partLength,
  };
}

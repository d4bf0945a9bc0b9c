import { type Estimate, estimate } from './estimate.ts';

/**
 * How much `b` exceeds `a`, replication by replication. With common random numbers both meet the same luck, which
 * cancels: the interval is much narrower than those of `a` and `b` alone suggest.
 * @throws RangeError if the two do not pair up, or there are fewer than two pairs.
 */
export function pairedDifference(pairs: {
  readonly a: readonly number[];
  readonly b: readonly number[];
}): Estimate {
  const { a, b } = pairs;
  if (a.length !== b.length) throw new RangeError(`${a.length} samples cannot be paired with ${b.length}`);
  return estimate(b.map((sample, i) => sample - a[i]!));
}

import type { Distribution } from './distribution.ts';

/**
 * An index into `weights`, each as likely as its share of their sum, in constant time however many there are: Walker's
 * alias table as built by Vose (1991). The mean is that of the index.
 * @throws RangeError if there are no weights, more than 2^21, a negative one, or none above 0.
 */
export function discrete(weights: readonly number[]): Distribution {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isUsable = weights.length <= 2 ** 21 && weights.every((weight) => weight >= 0);
  if (!isUsable || !(total > 0 && total < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `weights of a discrete distribution must be at least 0 with a finite sum above 0: ${total}`,
    );
  }
  const count = weights.length;
  const { keep, alias } = aliasTable(weights.map((weight) => (weight * count) / total));
  return {
    mean: weights.reduce((sum, weight, i) => sum + weight * i, 0) / total,
    draw: (stream) => {
      const index = stream.below(count);
      return stream.chance(keep[index]!) ? index : alias[index]!;
    },
  };
}

/** For each column: the probability to keep it, and the column taken otherwise. `shares` have mean 1. */
function aliasTable(shares: readonly number[]): { readonly keep: Float64Array; readonly alias: Int32Array } {
  const left = Float64Array.from(shares);
  const keep = new Float64Array(shares.length).fill(1);
  const alias = Int32Array.from(shares, (_, i) => i);
  const small = shares.flatMap((share, i) => (share < 1 ? [i] : []));
  const large = shares.flatMap((share, i) => (share < 1 ? [] : [i]));
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large.at(-1)!;
    keep[poor] = left[poor]!;
    alias[poor] = rich;
    left[rich] = left[rich]! - (1 - left[poor]!);
    if (left[rich]! < 1) small.push(large.pop()!);
  }
  return { keep, alias };
}

/** How much unevenly counts come: variance = mean x (1 + perRequest) + perMean x mean^2. Both 0: Poisson. */
export interface Dispersion {
  /** Requests that come in bunches: several callers on one matter. */
  readonly perRequest: number;
  /** Hours that are busier or quieter as a whole. */
  readonly perMean: number;
}

/** Size of the negative binomial with this dispersion at a mean; Infinity is Poisson. */
export const sizeAt = (mean: number, { perRequest, perMean }: Dispersion): number => {
  const excess = perRequest + perMean * mean;
  return excess === 0 ? Number.POSITIVE_INFINITY : mean / excess;
};

/** Log-probability of a count under a negative binomial. */
export function logProbability(count: number, mean: number, size: number): number {
  let log = 0;
  if (size === Number.POSITIVE_INFINITY) {
    for (let i = 1; i <= count; i++) log += Math.log(mean / i);
    return log - mean;
  }
  const scale = mean / (mean + size);
  for (let i = 0; i < count; i++) log += Math.log(((size + i) / (i + 1)) * scale);
  return log - size * Math.log1p(mean / size);
}

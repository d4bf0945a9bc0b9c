/** How many requests an hour would bring if nothing were wrong, and how unevenly such hours come. */
export interface Expected {
  /** Mean count of the hour; above 0. */
  readonly mean: number;
  /**
   * Size of the negative binomial: its variance is `mean + mean ** 2 / size`. Infinity: Poisson. City requests are far
   * from Poisson.
   */
  readonly size: number;
}

/** What a surge would make of an hour: `factor` times the usual and `extra` requests more. */
export interface Surge {
  readonly factor: number;
  readonly extra: number;
}

/**
 * The evidence of one hour for a surge: the log of how much likelier `count` is under the surge than as usual, both
 * negative binomial with the same size. Positive speaks for a surge. After Höhle and Paul, "Count data regression charts
 * for the monitoring of surveillance time series", Computational Statistics & Data Analysis 52 (2008).
 */
export function surgeEvidence(count: number, { mean, size }: Expected, { factor, extra }: Surge): number {
  const raised = factor * mean + extra;
  if (size === Number.POSITIVE_INFINITY) return count * Math.log(raised / mean) - (raised - mean);
  return (
    count * Math.log((raised * (mean + size)) / (mean * (raised + size))) -
    size * Math.log((raised + size) / (mean + size))
  );
}

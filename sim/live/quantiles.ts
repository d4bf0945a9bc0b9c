/** The spread of some lengths of time. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly min: number;
}

/** Nearest-rank quantiles; all NaN when there is nothing. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1), min: sorted[0] ?? Number.NaN };
}

/** A spread of milliseconds as cells of a table: count, p50, p99, max. */
export const spreadCells = ({ count, p50, p99, max }: Spread): readonly string[] => [
  `n ${count}`,
  ...[p50, p99, max].map((ms, n) => `${['p50', 'p99', 'max'][n]} ${Math.round(ms)} ms`),
];

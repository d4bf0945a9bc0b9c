/**
 * How long things took, counted in bins of equal width on the logarithm, so that a file of any size fits in a few
 * kilobytes and every quantile is right to 1 %. Two counts a bin: spans that ended, and spans still running when
 * last seen (right-censored).
 */
export interface LogHistogram {
  readonly ended: Float64Array;
  readonly running: Float64Array;
  /** Spans of no length at all, which have no logarithm: closed in the second of their opening. */
  zero: number;
}

/** Bins from one second to some 20 years, in hours. */
const firstLog = Math.log(1 / 3_600);
const binWidth = 0.02;
export const binCount = 1_050;

export const emptyLogHistogram = (): LogHistogram => ({
  ended: new Float64Array(binCount),
  running: new Float64Array(binCount),
  zero: 0,
});

/** Logarithm of hours at a bin's middle. */
export const binMiddle = (bin: number): number => firstLog + (bin + 0.5) * binWidth;

/** Logarithm of hours at a bin's upper edge. */
export const binEdge = (bin: number): number => firstLog + (bin + 1) * binWidth;

/** Counts a span that ended after `hours`; 0 and less than a second count as zero. */
export const addEnded = (histogram: LogHistogram, hours: number): void => {
  if (hours < 1 / 3_600) histogram.zero++;
  else histogram.ended[binOf(hours)]!++;
};

/** Counts `count` spans seen running for `hours` and no longer. */
export const addRunning = (histogram: LogHistogram, hours: number, count = 1): void => {
  histogram.running[binOf(Math.max(hours, 1 / 3_600))]! += count;
};

const binOf = (hours: number): number =>
  Math.min(binCount - 1, Math.max(0, Math.floor((Math.log(hours) - firstLog) / binWidth)));

import { normalCumulative } from '../../stats/normal-cumulative.ts';
import { fitLogNormal } from '../spans/fit-log-normal.ts';
import type { LogHistogram } from '../spans/log-histogram.ts';

/** Share of a day's requests that are ready to close up to `age` days after the day they came. */
export type ClosingLaw = (age: number) => number;

/**
 * The law of readiness from the handling times known at the split: a part closed at once, the rest log-normal. A request
 * came at noon on average. Undefined where too few ended to fit.
 */
export function closingLaw(spans: LogHistogram): ClosingLaw | undefined {
  const fit = fitLogNormal(spans);
  const counted =
    spans.ended.reduce((sum, count) => sum + count, 0) + spans.running.reduce((a, b) => a + b, 0);
  if (fit === undefined) return spans.zero > 20 * (counted + 1) ? () => 1 : undefined;
  const atOnce = spans.zero / (spans.zero + fit.ended + fit.running);
  return (age) =>
    age < 0
      ? 0
      : atOnce + (1 - atOnce) * normalCumulative((Math.log(age * 24 + 12) - fit.logMean) / fit.logDeviation);
}

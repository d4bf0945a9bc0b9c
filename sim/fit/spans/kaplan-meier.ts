import { binCount, type LogHistogram } from './log-histogram.ts';

/**
 * The share of spans that ended by the upper edge of each bin, corrected for those seen running only (Kaplan and Meier
 * 1958). Spans of zero length are left out. `last` is the last bin in which one ended: beyond it nothing is known.
 */
export function kaplanMeier({ ended, running }: LogHistogram): {
  readonly share: Float64Array;
  readonly last: number;
} {
  const share = new Float64Array(binCount);
  let atRisk = 0;
  for (let bin = 0; bin < binCount; bin++) atRisk += ended[bin]! + running[bin]!;
  let survives = 1;
  let last = -1;
  for (let bin = 0; bin < binCount; bin++) {
    if (ended[bin]! > 0) {
      survives *= 1 - ended[bin]! / atRisk;
      last = bin;
    }
    atRisk -= ended[bin]! + running[bin]!;
    share[bin] = 1 - survives;
  }
  return { share, last };
}

import { normalBeyond, normalCumulative } from '../../stats/normal-cumulative.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { binCount, binEdge, binMiddle, type LogHistogram } from './log-histogram.ts';

/** A log-normal law fitted to spans, and how well it fits. Lengths in hours. */
export interface LogNormalFit {
  readonly ended: number;
  readonly running: number;
  /** Spans of no length: a mass beside the law. */
  readonly zero: number;
  readonly logMean: number;
  readonly logDeviation: number;
  /** Mean and coefficient of variation of the law: what `logNormal` takes. */
  readonly meanHours: number;
  readonly variation: number;
  readonly medianHours: number;
  readonly p90Hours: number;
  /** The data's own quantiles by Kaplan-Meier; undefined where too few ended to know. */
  readonly seenMedianHours: number | undefined;
  readonly seenP90Hours: number | undefined;
  /** Kolmogorov-Smirnov: the largest distance between the data (Kaplan-Meier) and the law. */
  readonly distance: number;
  /** The distance a sample of the law itself stays below in 95 of 100 cases; undefined where some still run. */
  readonly distanceMax: number | undefined;
}

/**
 * Fits a log-normal law by maximum likelihood; spans still running count as "longer than this" (expectation
 * maximisation for right-censored normal data, Dempster, Laird and Rubin 1977). Undefined below `endedMin` ended spans
 * or where all took equally long.
 */
export function fitLogNormal(histogram: LogHistogram): LogNormalFit | undefined {
  const { ended, running, zero } = histogram;
  const moments = momentsOf(ended);
  if (moments.count < endedMin || moments.variance <= 0) return undefined;
  const runs = running.reduce((sum, count) => sum + count, 0);
  let { mean, variance } = moments;
  for (let step = 0; runs > 0 && step < stepsMax; step++) {
    const next = maximise({ ended: moments, running, runs, mean, deviation: Math.sqrt(variance) });
    const moved = Math.abs(next.mean - mean) + Math.abs(next.variance - variance);
    ({ mean, variance } = next);
    if (moved < 1e-9) break;
  }
  const deviation = Math.sqrt(variance);
  const { share, last } = kaplanMeier(histogram);
  let distance = 0;
  for (let bin = 0; bin <= last; bin++) {
    const law = normalCumulative((binEdge(bin) - mean) / deviation);
    distance = Math.max(distance, Math.abs(share[bin]! - law));
  }
  const seen = (quantile: number) => {
    const bin = share.findIndex((value) => value >= quantile);
    return bin < 0 ? undefined : Math.exp(binMiddle(bin));
  };
  return {
    ended: moments.count,
    running: runs,
    zero,
    logMean: mean,
    logDeviation: deviation,
    meanHours: Math.exp(mean + variance / 2),
    variation: Math.sqrt(Math.expm1(variance)),
    medianHours: Math.exp(mean),
    p90Hours: Math.exp(mean + normalQuantile90 * deviation),
    seenMedianHours: seen(0.5),
    seenP90Hours: seen(0.9),
    distance,
    distanceMax: runs > 0 ? undefined : lillieforsMax(moments.count),
  };
}

const endedMin = 20;
const stepsMax = 5_000;
const normalQuantile90 = 1.2815515655446004;

/** 5 % point of the distance from a normal law whose mean and deviation were estimated from the sample (Stephens 1974). */
const lillieforsMax = (n: number): number => 0.895 / (Math.sqrt(n) - 0.01 + 0.85 / Math.sqrt(n));

type Moments = { readonly count: number; readonly mean: number; readonly variance: number };

function momentsOf(counts: Float64Array): Moments {
  let [count, sum, squares] = [0, 0, 0];
  for (let bin = 0; bin < binCount; bin++) {
    const at = binMiddle(bin);
    count += counts[bin]!;
    sum += counts[bin]! * at;
    squares += counts[bin]! * at * at;
  }
  const mean = sum / count;
  return { count, mean, variance: squares / count - mean * mean };
}

/** One step: what the running spans are expected to reach under the law so far, then the moments of all. */
function maximise(state: {
  readonly ended: Moments;
  readonly running: Float64Array;
  readonly runs: number;
  readonly mean: number;
  readonly deviation: number;
}): { mean: number; variance: number } {
  const { ended, running, runs, mean, deviation } = state;
  let sum = ended.count * ended.mean;
  let squares = ended.count * (ended.variance + ended.mean ** 2);
  for (let bin = 0; bin < binCount; bin++) {
    const count = running[bin]!;
    if (count === 0) continue;
    const beyond = normalBeyond((binMiddle(bin) - mean) / deviation);
    sum += count * (mean + deviation * beyond.mean);
    squares += count * (mean ** 2 + 2 * mean * deviation * beyond.mean + deviation ** 2 * beyond.meanSquare);
  }
  const all = ended.count + runs;
  return { mean: sum / all, variance: squares / all - (sum / all) ** 2 };
}

import type { RunResult } from '../../city/run-result.ts';
import type { Figure } from '../../report/report-input.ts';
import { figureOf } from '../summary/figure-of.ts';
import type { Expectation } from './expectations-schema.ts';

/** How an expectation came out. `missedBy` is how far the judged bound lies on the wrong side, in the measure's unit. */
export interface Judgement {
  readonly expectation: Expectation;
  /** Undefined where the measure has no value in some replication, which fails the expectation. */
  readonly figure: Figure | undefined;
  readonly isMet: boolean;
  readonly missedBy: number;
}

/** Runs of the candidate and, where there is one, of the baseline on the same luck. */
export interface JudgedRuns {
  readonly candidate: readonly Pick<RunResult, 'measures'>[];
  readonly baseline: readonly Pick<RunResult, 'measures'>[] | undefined;
}

/** Judges one expectation. A bound that is touched is met. */
export function judge(expectation: Expectation, { candidate, baseline }: JudgedRuns): Judgement {
  const { measure, min, max, against, confidence } = expectation;
  const own = candidate.map(({ measures }) => measures[measure]);
  const samples =
    against === undefined ? own : own.map((value, i) => value - baseline![i]!.measures[measure]);
  const figure = figureOf(samples);
  if (figure === undefined) return { expectation, figure, isMet: false, missedBy: Number.NaN };
  const margin = confidence === 'interval' ? (figure.halfWidth95 ?? Number.POSITIVE_INFINITY) : 0;
  const below = min === undefined ? 0 : min - (figure.mean - margin);
  const above = max === undefined ? 0 : figure.mean + margin - max;
  const missedBy = Math.max(0, below, above);
  return { expectation, figure, isMet: missedBy === 0, missedBy };
}

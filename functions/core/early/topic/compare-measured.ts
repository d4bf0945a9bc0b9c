import { monthsFrom } from '../../calendar/months.ts';
import { rounded } from '../../score/rounded.ts';
import { weightOf } from './rank-candidates.ts';
import type { Measured } from './topic.ts';
import type { TopicRules } from './topic-rules.ts';

/** A measurement beside the baseline: its weight a month, the baseline's, their ratio where the baseline has any weight. */
export interface Comparison {
  readonly weight: number;
  readonly baselineWeight: number;
  readonly ratio?: number;
  /** From the pack's share of the baseline on it has come back (反弹). */
  readonly rebound: boolean;
}

/** Sets what was measured against the baseline. Both are taken by the month, so that windows of any length compare. */
export function compareMeasured(measured: Measured, baseline: Measured, rules: TopicRules): Comparison {
  const weight = monthlyWeight(measured, rules);
  const baselineWeight = monthlyWeight(baseline, rules);
  if (baselineWeight === 0) return { weight, baselineWeight, rebound: weight > 0 };
  const ratio = rounded(weight / baselineWeight, 4);
  return { weight, baselineWeight, ratio, rebound: ratio >= rules.tracking.reboundAt };
}

const monthlyWeight = ({ from, to, counts }: Measured, { candidates }: TopicRules): number =>
  weightOf({ ...counts, cases: counts.cases / monthsFrom(from, to).length }, candidates);

import type { Policy } from '../policy/policy-schema.ts';
import { need } from './need.ts';

/** Whom a rung presses. */
type RungTarget = 'lead' | 'district' | 'city';

/**
 * The escalation ladder (提级) as columns, in the order it is climbed. Rung `i` stands at
 * `share[i] * limit + afterMs[i]` of the handling clock; `deadline` is the rung at exactly the limit.
 */
export interface Ladder {
  readonly count: number;
  readonly keys: readonly string[];
  readonly share: Float64Array;
  readonly afterMs: Float64Array;
  readonly targets: readonly RungTarget[];
  readonly deadline: number;
  /** The rule each rung's entries name. */
  readonly rules: readonly string[];
}

/** Compiles the rungs; `undefined` when none of them is the deadline, without which nothing is ever overdue. */
export function compileLadder(escalation: Policy['escalation']): Ladder | undefined {
  const rungs = need(escalation.rungs, 'escalation.rungs')
    .map((rung) => ({
      key: rung.key,
      to: rung.to,
      share: 'share' in rung ? rung.share : 1,
      afterMs: 'after' in rung ? rung.after : 0,
    }))
    .sort((a, b) => a.share - b.share || a.afterMs - b.afterMs);
  const deadline = rungs.findIndex((rung) => rung.share === 1 && rung.afterMs === 0);
  if (deadline === -1) return undefined;
  return {
    count: rungs.length,
    keys: rungs.map((rung) => rung.key),
    share: Float64Array.from(rungs, (rung) => rung.share),
    afterMs: Float64Array.from(rungs, (rung) => rung.afterMs),
    targets: rungs.map((rung) => rung.to),
    deadline,
    rules: rungs.map((rung) => `escalation.rungs.${rung.key}`),
  };
}

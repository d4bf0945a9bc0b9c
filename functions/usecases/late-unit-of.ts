import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { type EpochMs, NEVER } from '../core/time.ts';

/**
 * The summoned unit that a delay, as known at `at`, is charged to: the first that missed its arrival limit on a whistle
 * whose kind charges the summoned, was called before the deadline passed, and was not excused. `undefined`: the lead.
 */
export function lateUnitOf({ state }: TicketRecord, at: EpochMs, rules: Rules): string | undefined {
  const deadline = state.overdueAt ?? at;
  return state.summonses.find(({ kind, status, calledAt, arriveBy = NEVER, arrivedAt, endedAt }) => {
    const { delayTo } = rules.whistleKinds[rules.whistleByKey.get(kind)!]!;
    const until = Math.min(arrivedAt ?? NEVER, endedAt ?? NEVER, at);
    return delayTo === 'summoned' && status !== 'declined' && calledAt <= deadline && arriveBy < until;
  })?.unit;
}

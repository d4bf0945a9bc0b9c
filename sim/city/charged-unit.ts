import type { Rules } from '../../functions/core/rules/rules.ts';
import { noUnit } from '../../functions/core/rules/unit-table.ts';
import { SummonsStatus, type Ticket } from '../../functions/core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../../functions/core/time.ts';

/**
 * The summoned unit that a ticket's delay, as known at `at`, is charged to, as in the ledger: the first that missed its
 * limit on a whistle whose kind charges the summoned, called before the deadline and not excused. `noUnit`: the lead.
 */
export function chargedUnit(t: Ticket, at: EpochMs, { whistleKinds }: Rules): number {
  if (t.whistles === 0) return noUnit;
  const deadline = t.overdueAt === NEVER ? at : t.overdueAt;
  for (const { kind, status, calledAt, arriveBy, arrivedAt, endedAt, unit } of t.summonses) {
    if (whistleKinds[kind]!.delayTo !== 'summoned' || status === SummonsStatus.declined) continue;
    if (calledAt <= deadline && arriveBy < Math.min(arrivedAt, endedAt, at)) return unit;
  }
  return noUnit;
}

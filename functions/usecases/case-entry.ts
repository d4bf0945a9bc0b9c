import type { OwedEffect, TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { CaseEntry } from '../core/score/ledger-entry.ts';
import { entryBase, matterOf } from './entry-parts.ts';
import { lateUnitOf } from './late-unit-of.ts';

/**
 * The case an ended ticket leaves with its lead (考评台账). The effect's number makes it unique. A late one is charged to a
 * late summoned unit where the whistle's kind says so.
 */
export function caseEntry(record: TicketRecord, effect: OwedEffect, rules: Rules): CaseEntry {
  const { state } = record;
  const closedAt = state.closedAt!;
  const onTime = state.overdueAt === undefined && !state.wasLate;
  const lateBy = onTime ? undefined : lateUnitOf(record, closedAt, rules);
  return {
    ...entryBase(effect, closedAt, rules),
    ...matterOf(record, effect, rules),
    type: 'case',
    outcome: state.outcome,
    onTime,
    reopens: state.reopens,
    ...(isMerged(record) ? { merged: true } : {}),
    ...(lateBy === undefined ? {} : { lateBy }),
    ...(state.responded === undefined ? {} : { responded: state.responded }),
    ...(state.resolved === undefined ? {} : { resolved: state.resolved }),
    ...(state.satisfied === undefined ? {} : { satisfied: state.satisfied }),
  };
}

/** Whether an elder ticket's answer was this one's; one that went on by itself after the merger has its own. */
function isMerged({ elderId, history }: TicketRecord): boolean {
  if (elderId === undefined) return false;
  return history.findLast(({ event }) => decisive.has(event))?.event === 'merged';
}

const decisive: ReadonlySet<string> = new Set(['merged', 'elderEnded', 'reopened']);

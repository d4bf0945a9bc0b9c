import { monthOf } from '../core/calendar/month-of.ts';
import type { OwedEffect, TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { CaseEntry } from '../core/score/ledger-entry.ts';

/** The case an ended ticket leaves with its lead (考评台账). The effect's number makes it unique. */
export function caseEntry(record: TicketRecord, effect: OwedEffect, rules: Rules): CaseEntry {
  const { state } = record;
  const closedAt = state.closedAt!;
  return {
    unit: effect.to,
    month: monthOf(closedAt, rules.utcOffsetMs),
    id: effect.id,
    at: closedAt,
    type: 'case',
    ticketId: record.id,
    kind: state.kind,
    tier: state.tier,
    outcome: state.outcome,
    onTime: state.overdueAt === undefined && !state.wasLate,
    reopens: state.reopens,
    ...(state.item === undefined ? {} : { item: state.item }),
    ...(state.responded === undefined ? {} : { responded: state.responded }),
    ...(state.resolved === undefined ? {} : { resolved: state.resolved }),
    ...(state.satisfied === undefined ? {} : { satisfied: state.satisfied }),
  };
}

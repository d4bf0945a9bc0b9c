import type { OwedEffect, TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { EntryOf, LedgerEntry } from '../core/score/ledger-entry.ts';
import { caseEntry } from './case-entry.ts';
import { entryBase, matterOf } from './entry-parts.ts';
import { lateUnitOf } from './late-unit-of.ts';

/**
 * The entry an owed `ledger` effect stands for: a rating, a summons that ended, a ticket open and overdue as a month
 * ended, or the case of an ended ticket. Each is the same however late it is put: it reads only what has not changed
 * since it was owed.
 */
export function ledgerEntryOf(record: TicketRecord, effect: OwedEffect, rules: Rules): LedgerEntry {
  if (effect.event === 'summonsRated') return ratingEntry(record, effect, rules);
  if (effect.summons !== undefined) return summonsEntry(record, effect, rules);
  if (effect.event === 'countedOverdue') return overdueEntry(record, effect, rules);
  return caseEntry(record, effect, rules);
}

function overdueEntry(record: TicketRecord, effect: OwedEffect, rules: Rules): EntryOf<'overdue'> {
  const lateBy = lateUnitOf(record, effect.at, rules);
  return {
    ...entryBase(effect, effect.at, rules),
    ...matterOf(record, effect, rules),
    type: 'overdue',
    ...(lateBy === undefined ? {} : { lateBy }),
  };
}

function summonsEntry(record: TicketRecord, effect: OwedEffect, rules: Rules): EntryOf<'summons'> {
  const { whistle, kind, blower, status, calledAt, arriveBy, arrivedAt, late } =
    record.state.summonses[effect.summons!]!;
  return {
    ...entryBase(effect, effect.at, rules),
    type: 'summons',
    ticketId: record.id,
    whistle,
    kind,
    blower,
    outcome: status as EntryOf<'summons'>['outcome'],
    calledAt,
    ...(arriveBy === undefined ? {} : { arriveBy }),
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    late,
  };
}

function ratingEntry(record: TicketRecord, effect: OwedEffect, rules: Rules): EntryOf<'rating'> {
  const { blower, unit, kind, rating, ratingBack } = record.state.summonses[effect.summons!]!;
  const isForward = effect.to === unit;
  return {
    ...entryBase(effect, effect.at, rules),
    type: 'rating',
    board: rules.whistleKinds[rules.whistleByKey.get(kind)!]!.rating!.board,
    by: isForward ? blower : unit,
    points: (isForward ? rating : ratingBack)!,
    ticketId: record.id,
  };
}

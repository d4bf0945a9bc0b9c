import { freeze, thaw } from '../core/record/freeze.ts';
import type { TicketRecord } from '../core/record/ticket-record.ts';
import { ticketFormat } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { Actor } from '../core/ticket/actor.ts';
import { actBy, ownerOf } from '../core/ticket/owner.ts';
import { wakeAt } from '../core/ticket/promises.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { type DurationMs, type EpochMs, NEVER, secondMs } from '../core/time.ts';
import { owedSighting } from './early/warnings/sighting.ts';
import type { Journal } from './journal.ts';

/** Effects not cleared this long after they were owed are sent again. */
const owedRetryMs: DurationMs = 60 * secondMs;

/** What identifies a ticket beside its state. */
export type Identity = Pick<TicketRecord, 'id' | 'source' | 'sourceKey' | 'rulesHash'>;

/** The record to write after a decision: state, appended history, effects still owed, and the index keys. */
export function nextRecord(
  identity: Identity & { readonly elderId?: string | undefined; readonly matterId?: string | undefined },
  before: TicketRecord | undefined,
  t: Ticket,
  journal: Journal,
  rules: Rules,
  now: EpochMs,
): TicketRecord {
  const rev = (before?.rev ?? 0) + 1;
  const state = freeze(t, rules);
  const sighting = owedSighting({ id: identity.id, rev }, before, state, now, rules);
  const owed = [...(before?.owed ?? []), ...journal.owed, ...sighting];
  const owner = ownerOf(t, rules);
  const by = actBy(t);
  return withoutAbsent({
    format: ticketFormat,
    id: identity.id,
    rev,
    rulesHash: identity.rulesHash,
    source: identity.source,
    sourceKey: identity.sourceKey,
    state,
    history: [...(before?.history ?? []), ...journal.entries],
    owed,
    elderId: identity.elderId,
    matterId: identity.matterId,
    wakeAt: present(wakeTime(t, owed.length, now)),
    owner: owner === undefined ? undefined : owner === Actor.hotline ? 'hotline' : rules.units.codes[owner]!,
    actBy: owner === undefined ? undefined : present(by),
  });
}

/** The record with effects sent: what the clearing write leaves. */
export function afterSending(
  record: TicketRecord,
  sent: ReadonlySet<string>,
  rules: Rules,
  now: EpochMs,
): Pick<TicketRecord, 'rev' | 'owed' | 'wakeAt'> {
  const owed = record.owed.filter((effect) => !sent.has(effect.id));
  const at = present(wakeTime(thaw(record.state, rules), owed.length, now));
  return { rev: record.rev + 1, owed, ...(at === undefined ? {} : { wakeAt: at }) };
}

function wakeTime(t: Ticket, owed: number, now: EpochMs): EpochMs {
  return owed === 0 ? wakeAt(t) : Math.min(wakeAt(t), now + owedRetryMs);
}

const present = (at: EpochMs) => (at === NEVER ? undefined : at);

function withoutAbsent(record: { readonly [Key in keyof TicketRecord]: TicketRecord[Key] | undefined }) {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as TicketRecord;
}

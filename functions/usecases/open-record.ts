import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { Actor } from '../core/ticket/actor.ts';
import { decide } from '../core/ticket/decide.ts';
import { type Opening, open } from '../core/ticket/open.ts';
import { Ticket } from '../core/ticket/ticket.ts';
import type { EpochMs } from '../core/time.ts';
import { actorOf, type Caller, causeOf } from './caller.ts';
import { Journal } from './journal.ts';
import { type Identity, nextRecord } from './session.ts';

/** The first revision of a ticket, opened at `at` for `caller`; closed at once when it was settled on the spot. */
export function openRecord(
  identity: Identity,
  opening: Opening,
  at: EpochMs,
  rules: Rules,
  caller: Caller,
  onTheSpot: boolean,
): TicketRecord {
  const t = new Ticket();
  const cause = causeOf(caller, 'submit');
  const journal = new Journal({ ticketId: identity.id, rev: 1, rules, cause });
  const requestedAt = Math.min(opening.requestedAt, at);
  const actor = actorOf(caller, rules);
  const by = actor >= 0 ? actor : Actor.hotline;
  open(t, { ...opening, requestedAt, onTheSpot, by }, at, rules, journal);
  if (onTheSpot) decide(t, { type: 'answerOnTheSpot', by: Actor.hotline }, at, rules, journal);
  return nextRecord(identity, undefined, t, journal, rules, at);
}

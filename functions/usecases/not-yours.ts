import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { knowsOf } from '../core/ticket/authority.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Forbidden, NotFound } from './errors.ts';
import { isFinder } from './finding-source.ts';

/**
 * What a caller hears who may not see or do what it asks of a ticket (`t`: its thawed state). Who stands in no relation to
 * it hears what one hears of a ticket that is not there: an id follows from the platform's own number, so that any other
 * answer would tell which numbers there are.
 */
export function notYours(
  record: TicketRecord,
  t: Ticket,
  caller: Caller,
  rules: Rules,
): Forbidden | NotFound {
  const isKnown = isFinder(record, caller) || knowsOf(t, actorOf(caller, rules), rules);
  return { code: isKnown ? 'FORBIDDEN' : 'NOT_FOUND' };
}

import { thaw } from '../core/record/freeze.ts';
import type { TicketRecord } from '../core/record/ticket-record.ts';
import { mayRead } from '../core/ticket/authority.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Deps } from './deps.ts';

/** Whether the caller may read a stored ticket, by the ticket's own rules. */
export async function mayReadTicket(
  { rulesOf }: Pick<Deps, 'rulesOf'>,
  { state, rulesHash }: TicketRecord,
  caller: Caller,
): Promise<boolean> {
  const rules = await rulesOf(rulesHash);
  return mayRead(thaw(state, rules), actorOf(caller, rules), rules);
}

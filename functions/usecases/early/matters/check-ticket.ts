import { type StatusName, statusFacts } from '../../../core/ticket/status.ts';
import type { Deps } from '../../deps.ts';
import type { OnTicket } from './matter-work.ts';

/** Whether a member has ended (`done`) or is open still (`refused`): a matter closes when none is open. */
export async function checkTicket(deps: Deps, ticketId: string): Promise<OnTicket> {
  const ticket = await deps.store.load(ticketId);
  if (ticket === undefined) return 'skipped';
  return statusFacts[ticket.state.status as StatusName].type === 'open' ? 'refused' : 'done';
}

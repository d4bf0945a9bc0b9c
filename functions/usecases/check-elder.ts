import type { TicketRecord } from '../core/record/ticket-record.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Invalid } from './errors.ts';
import { fateOf } from './follow-elder.ts';
import { mayReadTicket } from './may-read-ticket.ts';

/**
 * A ticket merges only into an elder one (by opening time, then id) that is at work itself: no circles, no chains. Who
 * may not read the elder learns nothing of it.
 */
export async function checkElder(
  deps: Deps,
  younger: TicketRecord,
  elderId: string,
  caller: Caller,
): Promise<Result<undefined, Invalid>> {
  const invalid = (reason: string) => err({ code: 'INVALID', field: 'elderId', reason } as const);
  const elder = await deps.store.load(elderId);
  if (elder === undefined || !(await mayReadTicket(deps, elder, caller)))
    return invalid('there is no such ticket');
  const [a, b] = [elder.state.openedAt, younger.state.openedAt];
  if (a > b || (a === b && elder.id >= younger.id)) return invalid('the other ticket is not the elder one');
  if (elder.state.status === 'merged') return invalid(`it is merged itself, into ${elder.elderId}`);
  if (fateOf(elder, 0).elder !== 'open') return invalid(`it is ${elder.state.status} already`);
  return ok(undefined);
}

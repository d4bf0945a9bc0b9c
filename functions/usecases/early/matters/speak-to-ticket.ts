import type { Deps } from '../../deps.ts';
import { askTicket } from './ask-ticket.ts';
import type { AtWork, OnTicket } from './matter-work.ts';

/**
 * Tells one citizen how it stands, or answers his ticket. One that is answered or has ended needs neither; one that cannot be
 * answered yet (a whistle is out) is listed with the reason, and answered by the next answer.
 */
export async function speakToTicket(deps: Deps, atWork: AtWork, ticketId: string): Promise<OnTicket> {
  const { matterId, task } = atWork;
  const body = { text: task.text! };
  const type = task.type === 'tell' ? 'tellProgress' : 'answer';
  const code = await askTicket(deps, atWork, ticketId, { type, body });
  const member = await deps.store.loadMember(matterId, ticketId);
  if (member?.code !== (code === 'NOT_ACCEPTED' ? undefined : code) && member !== undefined) {
    const { code: _, ...rest } = member;
    const kept = code === undefined || code === 'NOT_ACCEPTED' ? {} : { code };
    await deps.store.putMember({ ...rest, task: task.n, at: deps.clock.now(), ...kept });
  }
  if (code === undefined) return 'done';
  return code === 'NOT_ACCEPTED' ? 'skipped' : 'refused';
}

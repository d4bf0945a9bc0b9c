import type { StatusName } from '../../../core/ticket/status.ts';
import type { Deps } from '../../deps.ts';
import { askTicket } from './ask-ticket.ts';
import type { AtWork, OnTicket } from './matter-work.ts';

/**
 * Tells one citizen how it stands, or answers his ticket. One that is answered or has ended needs neither; one that cannot be
 * answered yet (a whistle is out, it is suspended) is listed with the reason, and answered by the next answer.
 */
export async function speakToTicket(deps: Deps, atWork: AtWork, ticketId: string): Promise<OnTicket> {
  const { matterId, task } = atWork;
  const body = { text: task.text! };
  const type = task.type === 'tell' ? 'tellProgress' : 'answer';
  const said = await askTicket(deps, atWork, ticketId, { type, body });
  const code = said === 'NOT_ACCEPTED' && (await needsNone(deps, ticketId)) ? undefined : said;
  const member = await deps.store.loadMember(matterId, ticketId);
  if (member?.code !== code && member !== undefined) {
    const { code: _, ...rest } = member;
    const kept = code === undefined ? {} : { code };
    await deps.store.putMember({ ...rest, task: task.n, at: deps.clock.now(), ...kept });
  }
  if (said === undefined) return 'done';
  return code === undefined ? 'skipped' : 'refused';
}

/** What waits for an answer, also where none is accepted now. One that was merged is answered with its elder. */
const waiting: readonly string[] = [
  'submitted',
  'dispatched',
  'disputed',
  'signed',
  'handling',
  'suspended',
] satisfies readonly StatusName[];

async function needsNone({ store }: Deps, ticketId: string): Promise<boolean> {
  const ticket = await store.load(ticketId);
  return ticket === undefined || !waiting.includes(ticket.state.status);
}

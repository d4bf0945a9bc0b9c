import type { Deps } from '../../deps.ts';
import { askTicket } from './ask-ticket.ts';
import type { AtWork, OnTicket } from './matter-work.ts';

/**
 * Makes a ticket a member: first the ticket says so, then it stands on the matter's list. One that has ended meanwhile, or
 * belongs to another matter, is listed as refused, with the reason.
 */
export async function joinTicket(
  deps: Deps,
  atWork: AtWork,
  ticketId: string,
  hasRoom: boolean,
): Promise<OnTicket> {
  const { matterId, state, task } = atWork;
  const there = await deps.store.loadMember(matterId, ticketId);
  // Written by this very task, in a piece that is done again: it counts the same.
  if (there?.task === task.n) return there.status === 'joined' ? 'done' : 'refused';
  if (there?.status === 'joined' || there?.batch === task.ref) return 'skipped';
  const body = { matterId, leadUnit: state.lead };
  const code = hasRoom
    ? await askTicket(deps, atWork, ticketId, { type: 'joinMatter', body })
    : 'LIMIT_REACHED';
  await deps.store.putMember({
    matterId,
    ticketId,
    batch: task.ref,
    status: code === undefined ? 'joined' : 'refused',
    task: task.n,
    at: deps.clock.now(),
    ...(code === undefined ? {} : { code }),
  });
  return code === undefined ? 'done' : 'refused';
}

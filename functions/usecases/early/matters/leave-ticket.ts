import type { Deps } from '../../deps.ts';
import { askTicket } from './ask-ticket.ts';
import type { AtWork, OnTicket } from './matter-work.ts';

/** Lets a ticket go on by itself. One that has ended stays what it was: a member whose case is done. */
export async function leaveTicket(deps: Deps, atWork: AtWork, ticketId: string): Promise<OnTicket> {
  const { matterId, task } = atWork;
  const member = await deps.store.loadMember(matterId, ticketId);
  if (member?.task === task.n) return member.status === 'left' ? 'done' : 'refused';
  if (member?.status !== 'joined') return 'skipped';
  const lead = task.lead === undefined ? {} : { leadUnit: task.lead };
  const code = await askTicket(deps, atWork, ticketId, { type: 'leaveMatter', body: { matterId, ...lead } });
  const { code: _, ...rest } = member;
  const at = deps.clock.now();
  await deps.store.putMember(
    code === undefined ? { ...rest, status: 'left', task: task.n, at } : { ...rest, task: task.n, at, code },
  );
  return code === undefined ? 'done' : 'refused';
}

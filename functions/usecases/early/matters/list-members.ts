import type { TicketState } from '../../../core/record/ticket-state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { MatterMember } from '../../../ports/member-store.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { NotFound } from '../../errors.ts';
import { mayReadTicket } from '../../may-read-ticket.ts';
import { readUndertaking } from '../undertakings/read-undertakings.ts';

/** A member with its ticket as it stands now, where the caller may know. */
export interface MemberNow {
  readonly member: MatterMember;
  readonly ticket: TicketState | undefined;
}

/**
 * The tickets of a matter, each as it stands now: answered, called back, reopened or ended by itself. Of one that was refused
 * or has left, only who may read it anyway is told how it stands.
 */
export async function listMembers(
  deps: Deps,
  { matterId, page }: { readonly matterId: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Result<Page<MemberNow>, NotFound>> {
  const matter = await readUndertaking(deps, { kind: 'matter', id: matterId }, caller);
  if (!matter.ok) return matter;
  const { rows, ...rest } = await deps.store.members(matterId, page);
  const shown = rows.map(async (member) => {
    const ticket = await deps.store.load(member.ticketId);
    const isShown = ticket?.matterId === matterId || (ticket && (await mayReadTicket(deps, ticket, caller)));
    return { member, ticket: isShown ? ticket.state : undefined };
  });
  return ok({ ...rest, rows: await Promise.all(shown) });
}

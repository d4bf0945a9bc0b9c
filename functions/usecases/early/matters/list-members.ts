import type { TicketState } from '../../../core/record/ticket-state.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { MatterMember } from '../../../ports/member-store.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { ReadError } from '../../errors.ts';
import { readUndertaking } from '../undertakings/read-undertakings.ts';

/** A member with its ticket as it stands now. */
export interface MemberNow {
  readonly member: MatterMember;
  readonly ticket: TicketState | undefined;
}

/** The tickets of a matter, each as it stands now: answered, called back, reopened or ended by itself. */
export async function listMembers(
  deps: Deps,
  { matterId, page }: { readonly matterId: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Result<Page<MemberNow>, ReadError>> {
  const matter = await readUndertaking(deps, { kind: 'matter', id: matterId }, caller);
  if (!matter.ok) return matter;
  const { rows, ...rest } = await deps.store.members(matterId, page);
  const shown = rows.map(async (member) => {
    const ticket = await deps.store.load(member.ticketId);
    return { member, ticket: ticket?.state };
  });
  return ok({ ...rest, rows: await Promise.all(shown) });
}

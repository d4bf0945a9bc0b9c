import { matterKind } from '../../functions/core/early/matter/matter-kind.ts';
import type { MatterMember } from '../../functions/ports/member-store.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';
import { undertakingsOf } from './undertakings-of.ts';

/** A matter's count, its list of members and the tickets themselves say the same once nothing is left to be done. */
export const mattersAgree: Checker = {
  name: 'matters-agree',
  promise:
    'each ticket of a matter is asked each thing once, and matter and tickets agree on who belongs to it',
  phase: 'liveness',
  atEnd: async (facts) => {
    const wrong = await Promise.all(undertakingsOf(facts, 'matter').map(({ id }) => differences(id, facts)));
    return wrong.flat();
  },
};

async function differences(matterId: string, facts: Facts): Promise<readonly string[]> {
  const record = facts.undertakings.get(matterId)!.at(-1)!.record;
  const state = matterKind.state.parse(record.state);
  // What was asked at the very end is still being done.
  if (state.tasks.length > 0) return [];
  const members: MatterMember[] = [];
  let cursor: string | undefined;
  do {
    const page = await facts.store.members(matterId, { limit: 100, ...(cursor !== undefined && { cursor }) });
    members.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  const joined = new Set(members.filter(({ status }) => status === 'joined').map(({ ticketId }) => ticketId));
  const counted =
    joined.size === state.members ? [] : [`${matterId} counts ${state.members} members of ${joined.size}`];
  const strangers = standing(facts)
    .filter((ticket) => (ticket.matterId === matterId) !== joined.has(ticket.id))
    .map(({ id }) => `${matterId} and ticket ${id} do not agree on whether it is a member`);
  return [...counted, ...strangers];
}

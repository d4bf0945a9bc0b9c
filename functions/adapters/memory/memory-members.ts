import type { MatterMember, MemberStore } from '../../ports/member-store.ts';
import { memberKey } from '../dynamodb/keys.ts';
import { beginningWith, MemoryIndex } from './memory-index.ts';
import { withRows } from './memory-listings.ts';
import { pack, unpack } from './packed.ts';

/** The part of the store that keeps the members of matters. */
export function memoryMembers(): MemberStore {
  const texts = new Map<string, string>();
  const index = new MemoryIndex();
  const load = (id: string) => {
    const text = texts.get(id);
    return text === undefined ? undefined : unpack<MatterMember>(text);
  };
  const idOf = (matterId: string, ticketId: string) => {
    const { pk, sk } = memberKey(matterId, ticketId);
    return `${pk} ${sk}`;
  };
  return {
    async putMember(member) {
      const { matterId, ticketId, task } = member;
      const id = idOf(matterId, ticketId);
      if ((load(id)?.task ?? 0) >= task) return 'older';
      texts.set(id, pack(member));
      index.put(id, matterId, ticketId);
      return 'written';
    },
    loadMember: async (matterId, ticketId) => load(idOf(matterId, ticketId)),
    members: async (matterId, page) =>
      withRows(index.page(matterId, beginningWith(''), page), ({ id }) => load(id)!),
  };
}

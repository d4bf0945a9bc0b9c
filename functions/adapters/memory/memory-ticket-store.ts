import type { TicketRecord } from '../../core/record/ticket-record.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import type { ViewRow } from '../../ports/stored.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { rulesKey } from '../dynamodb/keys.ts';
import { memoryBesideTickets, type PackedViews } from './memory-beside-tickets.ts';
import { MemoryIndexes } from './memory-indexes.ts';
import { memoryListings } from './memory-listings.ts';
import { memoryMembers } from './memory-members.ts';
import { memoryRequests } from './memory-requests.ts';
import { ticketRow, viewRow } from './memory-row.ts';
import { memorySharedLists } from './memory-shared-lists.ts';
import { memoryTickets, type PackedTickets } from './memory-tickets.ts';
import { memoryUndertakings, type PackedUndertakings, undertakingRow } from './memory-undertakings.ts';
import { memoryWatches } from './memory-watches.ts';
import { unpack } from './packed.ts';

/**
 * Tickets in memory, as strict as the table: same conditions, same keys, same sparse indexes, nothing shared with the
 * caller. Holds a million tickets.
 */
export function memoryTicketStore(): TicketStore {
  const indexes = new MemoryIndexes();
  const records: PackedTickets = new Map();
  const views: PackedViews = new Map();
  const undertakings: PackedUndertakings = new Map();
  const rules = new Map<string, string>();
  const rowOf = (id: string) => {
    const view = views.get(id);
    if (view !== undefined) return viewRow(unpack<ViewRow>(view.text));
    const undertaking = undertakings.get(id);
    if (undertaking !== undefined) return undertakingRow(unpack<UndertakingRecord>(undertaking.text));
    return ticketRow(unpack<TicketRecord>(records.get(id)!.text));
  };
  return {
    ...memoryRequests(),
    ...memoryTickets(records, indexes),
    ...memoryListings(indexes, rowOf),
    ...memoryBesideTickets(views, indexes),
    ...memorySharedLists(),
    ...memoryUndertakings(undertakings, indexes),
    ...memoryWatches(),
    ...memoryMembers(),
    async putRules(hash, sources) {
      const { pk } = rulesKey(hash);
      if (!rules.has(pk)) rules.set(pk, sources);
    },
    loadRules: async (hash) => rules.get(rulesKey(hash).pk),
  };
}

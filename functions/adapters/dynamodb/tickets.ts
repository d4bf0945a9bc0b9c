import type { TicketStore } from '../../ports/ticket-store.ts';
import { clearOwed } from './clear-owed.ts';
import { isAt, isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { ticketKey } from './keys.ts';
import type { Table } from './table.ts';
import { fromTicketItem, toTicketItem } from './ticket-item.ts';

/** The part of the store that keeps tickets. */
export function tickets(table: Table): Pick<TicketStore, 'create' | 'load' | 'save' | 'clearOwed'> {
  return {
    create: async (record) => ((await putItem(table, toTicketItem(record), isNew)) ? 'created' : 'exists'),
    save: async (record, expectedRev) =>
      (await putItem(table, toTicketItem(record), isAt(expectedRev))) ? 'saved' : 'stale',
    clearOwed: async (ticketId, expectedRev, next) =>
      (await clearOwed(table, { ticketId, expectedRev, next })) ? 'saved' : 'stale',
    async load(ticketId) {
      const item = await getItem(table, ticketKey(ticketId));
      return item && fromTicketItem(item);
    },
  };
}

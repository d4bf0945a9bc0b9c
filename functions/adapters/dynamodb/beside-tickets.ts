import type { TicketStore } from '../../ports/ticket-store.ts';
import { isNew, isOlderThan } from './conditions.ts';
import { deleteItem, putItem } from './item-access.ts';
import { ledgerPartition, noteKey, notePrefix, ticketKey } from './keys.ts';
import { fromLedgerItem, toLedgerItem } from './ledger-item.ts';
import { beginningWith } from './listing.ts';
import { fromNoteItem, toNoteItem } from './note-item.ts';
import { queryPage } from './query-page.ts';
import { toViewItem } from './row-item.ts';
import type { Table } from './table.ts';

/** The part of the store that keeps what stands beside tickets: helpers' views, notes, scored cases. */
export function besideTickets(
  table: Table,
): Pick<TicketStore, 'putView' | 'addNote' | 'notes' | 'eraseNote' | 'putLedger' | 'ledger'> {
  return {
    putView: async (view) =>
      (await putItem(table, toViewItem(view), isOlderThan(view.rev))) ? 'written' : 'older',
    // A note that is there is the same note, sent again.
    addNote: async (note) => void (await putItem(table, toNoteItem(note), isNew)),
    notes: (ticketId, page) =>
      queryPage(
        table,
        { partition: ticketKey(ticketId).pk, ...beginningWith(notePrefix), fromItem: fromNoteItem },
        page,
      ),
    eraseNote: ({ ticketId, at, id }) => deleteItem(table, noteKey(ticketId, at, id)),
    putLedger: async (entry) => ((await putItem(table, toLedgerItem(entry), isNew)) ? 'stored' : 'exists'),
    ledger: (unit, month, page, idPrefix) =>
      queryPage(
        table,
        {
          partition: ledgerPartition(unit, month),
          ...(idPrefix === undefined ? {} : beginningWith(idPrefix)),
          fromItem: fromLedgerItem,
        },
        page,
      ),
  };
}

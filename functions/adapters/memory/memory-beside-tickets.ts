import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import type { Note, ViewRow } from '../../ports/stored.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { ledgerPartition, noteKey, notePrefix, ticketKey, viewKey } from '../dynamodb/keys.ts';
import { toLedgerItem } from '../dynamodb/ledger-item.ts';
import { toNoteItem } from '../dynamodb/note-item.ts';
import { MemoryAppendOnly } from './memory-append-only.ts';
import { beginningWith } from './memory-index.ts';
import type { MemoryIndexes } from './memory-indexes.ts';
import { pack } from './packed.ts';

/** Helpers' views by their key, each as text beside its revision. */
export type PackedViews = Map<string, { readonly rev: number; readonly text: string }>;

/** The part of the store that keeps what stands beside tickets: helpers' views, notes, scored cases. */
export function memoryBesideTickets(
  views: PackedViews,
  indexes: MemoryIndexes,
): Pick<TicketStore, 'putView' | 'addNote' | 'notes' | 'eraseNote' | 'putLedger' | 'ledger'> {
  const notes = new MemoryAppendOnly<Note>();
  const entries = new MemoryAppendOnly<LedgerEntry>();
  return {
    async putView(view: ViewRow) {
      const { pk, sk } = viewKey(view.ticketId, view.unit);
      const id = `${pk}/${sk}`;
      if ((views.get(id)?.rev ?? Number.NEGATIVE_INFINITY) >= view.rev) return 'older';
      views.set(id, { rev: view.rev, text: pack(view) });
      indexes.putView(id, view);
      return 'written';
    },
    addNote: async (note) => void notes.put(toNoteItem(note), note),
    notes: async (ticketId, page) => notes.page(ticketKey(ticketId).pk, beginningWith(notePrefix), page),
    eraseNote: async ({ ticketId, at, id }) => notes.remove(noteKey(ticketId, at, id)),
    putLedger: async (entry) => (entries.put(toLedgerItem(entry), entry) ? 'stored' : 'exists'),
    ledger: async (unit, month, page, idPrefix = '') =>
      entries.page(ledgerPartition(unit, month), beginningWith(idPrefix), page),
  };
}

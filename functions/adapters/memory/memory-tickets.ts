import { type TicketRecord, ticketFormat } from '../../core/record/ticket-record.ts';
import { NewerFormat } from '../../ports/newer-format.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { keyPart } from '../dynamodb/key-part.ts';
import type { MemoryIndexes } from './memory-indexes.ts';
import { pack, unpack } from './packed.ts';

/** Tickets by their id, each as text beside its revision. */
export type PackedTickets = Map<string, { readonly rev: number; readonly text: string }>;

/** The part of the store that keeps tickets. */
export function memoryTickets(
  records: PackedTickets,
  indexes: MemoryIndexes,
): Pick<TicketStore, 'create' | 'load' | 'save' | 'clearOwed'> {
  const write = (record: TicketRecord) => {
    const text = pack(record);
    indexes.putTicket(record);
    records.set(keyPart(record.id), { rev: record.rev, text });
  };
  return {
    async create(record) {
      if (records.has(record.id)) return 'exists';
      write(record);
      return 'created';
    },
    async save(record, expectedRev) {
      if (records.get(record.id)?.rev !== expectedRev) return 'stale';
      write(record);
      return 'saved';
    },
    async clearOwed(ticketId, expectedRev, { rev, owed, wakeAt }) {
      const stored = records.get(ticketId);
      if (stored?.rev !== expectedRev) return 'stale';
      const { wakeAt: _, ...record } = unpack<TicketRecord>(stored.text);
      write({ ...record, rev, owed, ...(wakeAt !== undefined && { wakeAt }) });
      return 'saved';
    },
    async load(ticketId) {
      const stored = records.get(ticketId);
      if (stored === undefined) return undefined;
      const record = unpack<TicketRecord>(stored.text);
      if (record.format > ticketFormat) throw new NewerFormat(ticketId, record.format);
      return record;
    },
  };
}

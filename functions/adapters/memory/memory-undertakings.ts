import { type UndertakingRecord, undertakingFormat } from '../../core/undertaking/undertaking-record.ts';
import { NewerFormat } from '../../ports/newer-format.ts';
import type { WorklistRow } from '../../ports/stored.ts';
import type { UndertakingStore } from '../../ports/undertaking-store.ts';
import { listRegistry, toListedItem } from '../dynamodb/undertaking-item.ts';
import { withoutUndefined } from '../dynamodb/without-undefined.ts';
import { beginningWith, MemoryIndex } from './memory-index.ts';
import type { MemoryIndexes } from './memory-indexes.ts';
import { pack, unpack } from './packed.ts';

/** Undertakings by their id, each as text beside its revision. */
export type PackedUndertakings = Map<string, { readonly rev: number; readonly text: string }>;

/** The part of the store that keeps undertakings. */
export function memoryUndertakings(records: PackedUndertakings, indexes: MemoryIndexes): UndertakingStore {
  const lists = new MemoryIndex();
  const listedAt = new Map<string, number>();
  const write = (record: UndertakingRecord) => {
    const text = pack(record);
    indexes.putUndertaking(record);
    records.set(record.id, { rev: record.rev, text });
  };
  const load = (id: string): UndertakingRecord | undefined => {
    const stored = records.get(id);
    if (stored === undefined) return undefined;
    const record = unpack<UndertakingRecord>(stored.text);
    if (record.format > undertakingFormat) {
      throw new NewerFormat(id, record.format, undertakingFormat);
    }
    return record;
  };
  return {
    loadUndertaking: async (id) => load(id),
    async createUndertaking(record) {
      if (records.has(record.id)) return 'exists';
      write(record);
      return 'created';
    },
    async saveUndertaking(record, expectedRev) {
      if (records.get(record.id)?.rev !== expectedRev) return 'stale';
      write(record);
      return 'saved';
    },
    async putListed(listed) {
      const { pk, sk, registry, registryKey } = toListedItem(listed);
      const key = `${pk} ${sk}`;
      if ((listedAt.get(key) ?? 0) >= listed.rev) return 'older';
      listedAt.set(key, listed.rev);
      lists.put(key, registry, registryKey);
      return 'written';
    },
    async listUndertakings(list, page) {
      const { rows, ...rest } = lists.page(
        listRegistry(list),
        { ...beginningWith(''), latestFirst: true },
        page,
      );
      const found = rows.map(({ sort }) => load(String(sort).slice(String(sort).indexOf('#') + 1)));
      return { ...rest, rows: found.filter((one) => one !== undefined) };
    },
  };
}

/** What the table's worklist index carries of an undertaking. */
export function undertakingRow(record: UndertakingRecord): WorklistRow {
  const { id: ticketId, kind: tier, status, item, openedAt, actBy, overdue } = record;
  return withoutUndefined({ ticketId, status, tier, item, openedAt, actBy, overdue });
}

import type { Page, PageRequest } from '../../ports/page.ts';
import type { WorklistRow } from '../../ports/stored.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { keyPart } from '../dynamodb/key-part.ts';
import { placePartition, wakePartition } from '../dynamodb/keys.ts';
import { allNumbers, type MemoryIndex, type Stretch } from './memory-index.ts';
import type { MemoryIndexes } from './memory-indexes.ts';

/** The part of the store that reads the indexes. `rowOf` answers what an index carries of an item. */
export function memoryListings(
  indexes: MemoryIndexes,
  rowOf: (id: string) => WorklistRow,
): Pick<TicketStore, 'due' | 'worklist' | 'near'> {
  const rows = (index: MemoryIndex, partition: string, stretch: Stretch, page: PageRequest) =>
    withRows(index.page(partition, stretch, page), ({ id }) => rowOf(id));
  return {
    due: async (shard, until, page) =>
      withRows(
        indexes.wake.page(wakePartition(shard), { ...allNumbers, to: until }, page),
        ({ id, sort }) => ({ ticketId: id, wakeAt: Number(sort) }),
      ),
    worklist: async (owner, page) => rows(indexes.worklist, keyPart(owner), allNumbers, page),
    near: async (place, item, since, page) =>
      rows(
        indexes.place,
        placePartition(place, item),
        { ...allNumbers, from: since, latestFirst: true },
        page,
      ),
  };
}

/** A page with its rows made into others. */
export const withRows = <Before, After>(page: Page<Before>, change: (row: Before) => After): Page<After> => ({
  ...page,
  rows: page.rows.map(change),
});

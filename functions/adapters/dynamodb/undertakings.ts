import * as z from 'zod';
import type { UndertakingStore } from '../../ports/undertaking-store.ts';
import { isAt, isNew, isOlderThan } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { ticketIdOf, undertakingKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { queryPage } from './query-page.ts';
import type { Item, Table } from './table.ts';
import { fromUndertakingItem, listRegistry, toListedItem, toUndertakingItem } from './undertaking-item.ts';

const listedItem = z.object({ pk: z.string() });

/** The part of the store that keeps undertakings. */
export function undertakings(table: Table): UndertakingStore {
  const load = async (id: string) => {
    const item = await getItem(table, undertakingKey(id));
    return item && fromUndertakingItem(item);
  };
  return {
    loadUndertaking: load,
    createUndertaking: async (record) =>
      (await putItem(table, toUndertakingItem(record), isNew)) ? 'created' : 'exists',
    saveUndertaking: async (record, expectedRev) =>
      (await putItem(table, toUndertakingItem(record), isAt(expectedRev))) ? 'saved' : 'stale',
    putListed: async (listed) =>
      (await putItem(table, toListedItem(listed), isOlderThan(listed.rev))) ? 'written' : 'older',
    async listUndertakings(list, page) {
      const listing = {
        index: 'registry',
        partition: listRegistry(list),
        latestFirst: true,
        fromItem: (item: Item) => ticketIdOf(parseItem(listedItem, item).pk),
      } as const;
      const { rows, ...rest } = await queryPage(table, listing, page);
      const found = await Promise.all(rows.map(load));
      return { ...rest, rows: found.filter((one) => one !== undefined) };
    },
  };
}

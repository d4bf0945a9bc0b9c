import * as z from 'zod';
import type { ShareStore } from '../../ports/share-store.ts';
import { isAt, isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { type ItemKey, sharedKey } from './keys.ts';
import { beginningWith } from './listing.ts';
import { parseItem } from './parse-item.ts';
import { queryPage } from './query-page.ts';
import { fromSharedItem, sharedPrefix, sharedRegistry, toSharedItem } from './shared-item.ts';
import type { Table } from './table.ts';

const itemKey = z.object({ pk: z.string(), sk: z.string() }) satisfies z.ZodType<ItemKey>;

/** The part of the store that keeps resources, needs and projects. */
export function sharedLists(table: Table): ShareStore {
  const loadKey = async (key: ItemKey) => {
    const item = await getItem(table, key);
    return item && fromSharedItem(item);
  };
  return {
    loadShared: (id) => loadKey(sharedKey(id)),
    putShared: async (shared, expectedRev) => {
      const condition = expectedRev === undefined ? isNew : isAt(expectedRev);
      return (await putItem(table, toSharedItem(shared), condition)) ? 'saved' : 'stale';
    },
    async listShared(query, page) {
      const listing = {
        index: 'registry',
        partition: sharedRegistry(query.district),
        ...beginningWith(sharedPrefix(query)),
        fromItem: (item: Parameters<typeof fromSharedItem>[0]) => parseItem(itemKey, item),
      } as const;
      const { rows, ...rest } = await queryPage(table, listing, page);
      const found = await Promise.all(rows.map(loadKey));
      return { ...rest, rows: found.filter((one) => one !== undefined) };
    },
  };
}

import * as z from 'zod';
import type { BoardStore } from '../../ports/board-store.ts';
import {
  fromLiveItem,
  fromNotedRulesItem,
  fromVersionItem,
  toLiveItem,
  toNotedRulesItem,
  toVersionItem,
} from './board-items.ts';
import {
  boardPartition,
  boardRegistry,
  liveKey,
  notedRulesPartition,
  versionKey,
  versionPrefix,
} from './board-keys.ts';
import { type Condition, isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import type { ItemKey } from './keys.ts';
import { beginningWith } from './listing.ts';
import { parseItem } from './parse-item.ts';
import { queryPage } from './query-page.ts';
import type { Table } from './table.ts';

const itemKey = z.object({ pk: z.string(), sk: z.string() }) satisfies z.ZodType<ItemKey>;

const isEarlier = (at: number): Condition => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #at < :at',
  ExpressionAttributeNames: { '#at': 'at' },
  ExpressionAttributeValues: { ':at': at },
});

/** The part of the store that keeps what readers see: published versions, live boards, the rules boards are made by. */
export function boardVersions(
  table: Table,
): Pick<
  BoardStore,
  | 'publish'
  | 'loadVersion'
  | 'versions'
  | 'listVersions'
  | 'putLive'
  | 'loadLive'
  | 'noteRules'
  | 'notedRules'
> {
  const load = async (key: ItemKey) => {
    const item = await getItem(table, key);
    return item && fromVersionItem(item);
  };
  return {
    publish: async (version) =>
      (await putItem(table, toVersionItem(version), isNew)) ? 'published' : 'exists',
    loadVersion: (board, version) => load(versionKey(board, version)),
    versions: (board, page) =>
      queryPage(
        table,
        {
          partition: boardPartition(board),
          ...beginningWith(versionPrefix),
          latestFirst: true,
          fromItem: fromVersionItem,
        },
        page,
      ),
    async listVersions(kind, page) {
      const registry = { index: 'registry', partition: boardRegistry(kind) } as const;
      const found = await queryPage(
        table,
        { ...registry, fromItem: (item) => parseItem(itemKey, item) },
        page,
      );
      const rows = await Promise.all(found.rows.map(load));
      return { ...found, rows: rows.filter((row) => row !== undefined) };
    },
    putLive: async (content) =>
      (await putItem(table, toLiveItem(content), isEarlier(content.at))) ? 'stored' : 'older',
    async loadLive(board) {
      const item = await getItem(table, liveKey(board));
      return item && fromLiveItem(item);
    },
    noteRules: async (rules) => void (await putItem(table, toNotedRulesItem(rules), isNew)),
    notedRules: (page) =>
      queryPage(table, { partition: notedRulesPartition, fromItem: fromNotedRulesItem }, page),
  };
}

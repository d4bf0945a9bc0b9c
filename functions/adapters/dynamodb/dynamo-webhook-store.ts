import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { WebhookStore } from '../../ports/webhook-store.ts';
import { allRows } from './all-rows.ts';
import { held, isAt, isNew, isThere } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { type ItemKey, webhookKey } from './keys.ts';
import { beginningWith, type Listing } from './listing.ts';
import { parseItem } from './parse-item.ts';
import { queryPage } from './query-page.ts';
import {
  fromRegistrationItem,
  ownerPrefix,
  toRegistrationItem,
  webhookRegistry,
} from './registration-item.ts';
import type { Table } from './table.ts';

const itemKey = z.object({ pk: z.string(), sk: z.string() }) satisfies z.ZodType<ItemKey>;

const registry: Listing<ItemKey> = {
  index: 'registry',
  partition: webhookRegistry,
  fromItem: (item) => parseItem(itemKey, item),
};

/** Webhook registrations in the table. Listings may miss, for a moment, what was written just before. */
export function dynamoWebhookStore(table: Table): WebhookStore {
  const loadKey = async (key: ItemKey) => {
    const item = await getItem(table, key);
    return item && fromRegistrationItem(item);
  };
  const loadAll = async (keys: readonly ItemKey[]) => {
    const found = await Promise.all(keys.map(loadKey));
    return found.filter((registration) => registration !== undefined);
  };
  return {
    load: (id) => loadKey(webhookKey(id)),
    put: async (registration, expectedRev) => {
      const condition = expectedRev === undefined ? isNew : isAt(expectedRev);
      return (await putItem(table, toRegistrationItem(registration), condition)) ? 'saved' : 'stale';
    },
    remove: (id) =>
      held(
        table.documents.send(new DeleteCommand({ TableName: table.name, Key: webhookKey(id), ...isThere })),
      ),
    async ofOwner(owner) {
      const listing = { ...registry, ...beginningWith(ownerPrefix(owner)) };
      return loadAll(await allRows((page) => queryPage(table, listing, page)));
    },
    async list(page) {
      const { rows, cursor } = await queryPage(table, registry, page);
      return { rows: await loadAll(rows), ...(cursor && { cursor }) };
    },
  };
}

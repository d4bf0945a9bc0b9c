import * as z from 'zod';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { keyPart } from './key-part.ts';
import { placePartition, ticketIdOf, wakePartition } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { queryPage } from './query-page.ts';
import { fromRowItem } from './row-item.ts';
import type { Item, Table } from './table.ts';

const wakeRow = z.object({ pk: z.string(), wakeAt: z.int() });

/** The part of the store that reads the indexes; each of them may lag behind the tickets. */
export function listings(table: Table): Pick<TicketStore, 'due' | 'worklist' | 'near'> {
  return {
    due: (shard, until, page) =>
      queryPage(
        table,
        { index: 'wake', partition: wakePartition(shard), to: until, fromItem: fromWakeItem },
        page,
      ),
    worklist: (owner, page) =>
      queryPage(table, { index: 'worklist', partition: keyPart(owner), fromItem: fromRowItem }, page),
    near: (place, item, since, page) =>
      queryPage(
        table,
        {
          index: 'place',
          partition: placePartition(place, item),
          from: since,
          latestFirst: true,
          fromItem: fromRowItem,
        },
        page,
      ),
  };
}

function fromWakeItem(item: Item) {
  const { pk, wakeAt } = parseItem(wakeRow, item);
  return { ticketId: ticketIdOf(pk), wakeAt };
}

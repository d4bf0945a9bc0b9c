import * as z from 'zod';
import type { MatterMember, MemberStore } from '../../ports/member-store.ts';
import type { Condition } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { memberKey, memberPrefix, undertakingKey } from './keys.ts';
import { beginningWith } from './listing.ts';
import { parseItem } from './parse-item.ts';
import { queryPage } from './query-page.ts';
import type { Item, Table } from './table.ts';
import { withoutUndefined } from './without-undefined.ts';

const stored = z.object({
  matterId: z.string(),
  ticketId: z.string(),
  batch: z.int(),
  status: z.enum(['joined', 'refused', 'left']),
  task: z.int(),
  at: z.int(),
  code: z.string().exactOptional(),
}) satisfies z.ZodType<MatterMember>;

const fromItem = (item: Item): MatterMember => parseItem(stored, item);

/** The part of the store that keeps the members of matters. */
export const members = (table: Table): MemberStore => ({
  putMember: async (member) => {
    const key = memberKey(member.matterId, member.ticketId);
    const item = withoutUndefined({ ...key, ...member });
    return (await putItem(table, item, isOfEarlierTask(member.task))) ? 'written' : 'older';
  },
  async loadMember(matterId, ticketId) {
    const item = await getItem(table, memberKey(matterId, ticketId));
    return item && fromItem(item);
  },
  members: (matterId, page) =>
    queryPage(
      table,
      { partition: undertakingKey(matterId).pk, ...beginningWith(memberPrefix), fromItem },
      page,
    ),
});

const isOfEarlierTask = (task: number): Condition => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #task < :task',
  ExpressionAttributeNames: { '#task': 'task' },
  ExpressionAttributeValues: { ':task': task },
});

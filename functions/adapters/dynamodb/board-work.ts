import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { EpochMs } from '../../core/time.ts';
import type { BoardStore } from '../../ports/board-store.ts';
import { fromUnitItem, toUnitItem } from './board-items.ts';
import { fromJobItem, toJobItem } from './board-job-item.ts';
import { claimKey, jobKey, jobPartition, partKey, unitPrefix } from './board-keys.ts';
import { fromPartItems, toPartItems } from './board-part-items.ts';
import { type Condition, held, isAt, isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { beginningWith } from './listing.ts';
import { queryPage } from './query-page.ts';
import type { Table } from './table.ts';
import { wholePartition } from './whole-partition.ts';

const isFree = (token: string, now: EpochMs): Condition => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #until < :now OR #token = :token',
  ExpressionAttributeNames: { '#until': 'until', '#token': 'token' },
  ExpressionAttributeValues: { ':now': now, ':token': token },
});

const isHeldBy = (token: string): Condition => ({
  ConditionExpression: '#token = :token',
  ExpressionAttributeNames: { '#token': 'token' },
  ExpressionAttributeValues: { ':token': token },
});

/** The part of the store that jobs work on: their state, what they have done, who works on which board. */
export function boardWork(
  table: Table,
): Pick<
  BoardStore,
  'putPart' | 'loadPart' | 'putUnit' | 'units' | 'createJob' | 'loadJob' | 'saveJob' | 'claim' | 'release'
> {
  return {
    async putPart(part) {
      for (const item of await toPartItems(part)) await putItem(table, item, isNew);
    },
    loadPart: async (jobId, name) => fromPartItems(await wholePartition(table, partKey(jobId, name, 0).pk)),
    putUnit: async (unit) => ((await putItem(table, toUnitItem(unit), isNew)) ? 'stored' : 'exists'),
    units: (jobId, page) =>
      queryPage(
        table,
        { partition: jobPartition(jobId), ...beginningWith(unitPrefix), fromItem: fromUnitItem },
        page,
      ),
    createJob: async (job) => ((await putItem(table, toJobItem(job), isNew)) ? 'created' : 'exists'),
    async loadJob(jobId) {
      const item = await getItem(table, jobKey(jobId));
      return item && fromJobItem(item);
    },
    saveJob: async (job, expectedRev) =>
      (await putItem(table, toJobItem(job), isAt(expectedRev))) ? 'saved' : 'stale',
    async claim(board, token, now, until) {
      const claim = { ...claimKey(board), token, until };
      return (await putItem(table, claim, isFree(token, now))) ? 'claimed' : 'held';
    },
    async release(board, token) {
      const { documents, name } = table;
      await held(
        documents.send(new DeleteCommand({ TableName: name, Key: claimKey(board), ...isHeldBy(token) })),
      );
    },
  };
}

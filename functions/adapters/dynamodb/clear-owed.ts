import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TicketRecord } from '../../core/record/ticket-record.ts';
import { held, isAt } from './conditions.ts';
import { ticketKey, wakeKeys } from './keys.ts';
import type { Table } from './table.ts';

/** Replaces what a ticket owes, its wake-up and its revision and nothing else. False when the revision has moved. */
export function clearOwed(
  { documents, name }: Table,
  given: {
    readonly ticketId: string;
    readonly expectedRev: number;
    readonly next: Pick<TicketRecord, 'rev' | 'owed' | 'wakeAt'>;
  },
): Promise<boolean> {
  const { ticketId, expectedRev, next } = given;
  const condition = isAt(expectedRev);
  const keys = wakeKeys(ticketId, next.wakeAt);
  const isPromised = 'wakeAt' in keys;
  return held(
    documents.send(
      new UpdateCommand({
        TableName: name,
        Key: ticketKey(ticketId),
        UpdateExpression: `SET #rev = :rev, #owed = :owed${isPromised ? ', #wakeShard = :shard, #wakeAt = :wakeAt' : ' REMOVE #wakeShard, #wakeAt'}`,
        ConditionExpression: condition.ConditionExpression,
        ExpressionAttributeNames: {
          ...condition.ExpressionAttributeNames,
          '#owed': 'owed',
          '#wakeShard': 'wakeShard',
          '#wakeAt': 'wakeAt',
        },
        ExpressionAttributeValues: {
          ...condition.ExpressionAttributeValues,
          ':rev': next.rev,
          ':owed': next.owed,
          ...(isPromised ? { ':shard': keys.wakeShard, ':wakeAt': keys.wakeAt } : {}),
        },
      }),
    ),
  );
}

import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Table } from './table.ts';

/** All items of a partition that is known to be small, in order, strongly consistent. */
export async function wholePartition(
  { documents, name }: Table,
  partition: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const { Items: found = [], LastEvaluatedKey: last } = await documents.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: 'pk = :partition',
        ExpressionAttributeValues: { ':partition': partition },
        ConsistentRead: true,
        ExclusiveStartKey: after,
      }),
    );
    items.push(...found);
    after = last;
  } while (after !== undefined);
  return items;
}

import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Condition, held } from './conditions.ts';
import type { ItemKey } from './keys.ts';
import type { Item, Table } from './table.ts';

/** The item of a key, strongly consistent. */
export async function getItem({ documents, name }: Table, key: ItemKey): Promise<Item | undefined> {
  const { Item: found } = await documents.send(
    new GetCommand({ TableName: name, Key: key, ConsistentRead: true }),
  );
  return found;
}

/** Writes a whole item if its condition holds. False when it does not. */
export function putItem(
  { documents, name }: Table,
  item: ItemKey & object,
  condition: Condition,
): Promise<boolean> {
  return held(documents.send(new PutCommand({ TableName: name, Item: item, ...condition })));
}

/** Removes an item, if it is there. */
export async function deleteItem({ documents, name }: Table, { pk, sk }: ItemKey): Promise<void> {
  await documents.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }));
}

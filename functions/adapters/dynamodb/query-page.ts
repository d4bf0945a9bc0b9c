import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Page, PageRequest } from '../../ports/page.ts';
import { pageLimit } from '../../ports/page-limit.ts';
import { cursorAfter, keysOf, type Listing, startKey } from './listing.ts';
import type { Table } from './table.ts';

/**
 * One page of a listing. Asks for a row more than the page holds, so that the last page has no cursor.
 *
 * @throws BadCursor for a cursor of another listing
 */
export async function queryPage<Row>(
  { documents, name }: Table,
  listing: Listing<Row>,
  page: PageRequest,
): Promise<Page<Row>> {
  const limit = pageLimit(page);
  const { Items: items = [], LastEvaluatedKey: lastKey } = await documents.send(
    new QueryCommand({
      TableName: name,
      IndexName: listing.index,
      ...keyCondition(listing),
      ConsistentRead: listing.index === undefined,
      ScanIndexForward: listing.latestFirst !== true,
      Limit: limit + 1,
      ExclusiveStartKey: page.cursor === undefined ? undefined : startKey(listing, page.cursor),
    }),
  );
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : lastKey;
  const rows = shown.map(listing.fromItem);
  return last === undefined ? { rows } : { rows, cursor: cursorAfter(listing, last) };
}

function keyCondition<Row>(listing: Listing<Row>) {
  const { partition, from, to } = listing;
  const keys = keysOf(listing);
  const ends = { ...(from !== undefined && { ':from': from }), ...(to !== undefined && { ':to': to }) };
  const stretch = stretches[`${from !== undefined}-${to !== undefined}`];
  return {
    KeyConditionExpression: `#partition = :partition${stretch}`,
    ExpressionAttributeNames: { '#partition': keys.partition, ...(stretch && { '#sort': keys.sort }) },
    ExpressionAttributeValues: { ':partition': partition, ...ends },
  };
}

/** A key condition takes one clause on the sort key; by whether there is a lower and an upper end. */
const stretches = {
  'false-false': '',
  'true-false': ' AND #sort >= :from',
  'false-true': ' AND #sort <= :to',
  'true-true': ' AND #sort BETWEEN :from AND :to',
} as const;

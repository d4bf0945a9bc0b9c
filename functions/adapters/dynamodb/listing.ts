import * as z from 'zod';
import { BadCursor } from '../../ports/bad-cursor.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Item } from './table.ts';
import { tableShape } from './table-shape.ts';

type SortValue = string | number;

/** One partition of the table or of an index, or a stretch of it, in the order of its sort key. */
export interface Listing<Row> {
  /** The index; absent: the table itself, read strongly consistent. */
  readonly index?: keyof typeof tableShape.indexes;
  readonly partition: string;
  /** Ends of the stretch, both included; of the type of the sort key. */
  readonly from?: SortValue;
  readonly to?: SortValue;
  readonly latestFirst?: boolean;
  readonly fromItem: (item: Item) => Row;
}

/** The stretch of string sort keys that begin with `prefix`. */
export const beginningWith = (prefix: string) => ({ from: prefix, to: `${prefix}\u{10ffff}` });

/** The key attributes a listing runs over. */
export const keysOf = ({ index }: Pick<Listing<unknown>, 'index'>) => {
  if (index === undefined)
    return { partition: tableShape.partitionKey, sort: tableShape.sortKey, sortType: 'S' };
  const { partitionKey, sortKey } = tableShape.indexes[index];
  return { partition: partitionKey.name, sort: sortKey.name, sortType: sortKey.type };
};

/** The cursor after an item: no more than its keys. */
export function cursorAfter<Row>(listing: Listing<Row>, item: Item): string {
  return toCursor({ in: listing.partition, at: item[keysOf(listing).sort], pk: item.pk, sk: item.sk });
}

const key = z.string().min(1).max(1_000);

/**
 * The key a page begins after.
 *
 * @throws BadCursor for a cursor of another listing or from outside the stretch, which the server would not take
 */
export function startKey<Row>(listing: Listing<Row>, cursor: string): Record<string, SortValue> {
  const { partition, sort, sortType } = keysOf(listing);
  const { at, pk, sk } = fromCursor(
    cursor,
    z.strictObject({
      in: z.literal(listing.partition),
      at: sortType === 'N' ? z.int() : key,
      pk: key,
      sk: key,
    }),
  );
  const { from = at, to = at } = listing;
  if (at < from || at > to) throw new BadCursor();
  return { pk, sk, [partition]: listing.partition, [sort]: at };
}

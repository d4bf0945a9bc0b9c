import * as z from 'zod';
import { BadCursor } from '../../ports/bad-cursor.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import { pageLimit } from '../../ports/page-limit.ts';
import { fromCursor, toCursor } from '../dynamodb/cursor.ts';
import { SortedList } from './sorted-list.ts';

/** Where an item stands in an index: in the order of `sort`, then of its id. */
export interface Place {
  readonly sort: number | string;
  readonly id: string;
}

/** A stretch of a partition, both ends included. */
export interface Stretch {
  readonly from: number | string;
  readonly to: number | string;
  readonly latestFirst?: boolean;
}

const lastText = '\uffff';

/** All of a partition sorted by numbers. */
export const allNumbers: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Of a partition sorted by texts, those that begin with `prefix`. */
export const beginningWith = (prefix: string): Stretch => ({ from: prefix, to: `${prefix}${lastText}` });

/** A sparse index: an item stands in it while it has both keys. */
export class MemoryIndex {
  private readonly partitions = new Map<string, SortedList<Place>>();
  private readonly keys = new Map<string, { readonly partition: string; readonly place: Place }>();

  /** Moves an item to where its keys say, or out of the index when one of them is absent. */
  put(id: string, partition: string | undefined, sort: number | string | undefined): void {
    const old = this.keys.get(id);
    if (old?.partition === partition && old?.place.sort === sort) return;
    if (old !== undefined) {
      this.partitions.get(old.partition)!.remove(old.place);
      this.keys.delete(id);
    }
    if (partition === undefined || sort === undefined) return;
    const place = { sort, id };
    const list = this.partitions.get(partition) ?? new SortedList<Place>(compare);
    this.partitions.set(partition, list);
    list.add(place);
    this.keys.set(id, { partition, place });
  }

  /**
   * One page of a partition.
   *
   * @throws BadCursor for a cursor of another listing
   */
  page(partition: string, stretch: Stretch, request: PageRequest): Page<Place> {
    const limit = pageLimit(request);
    const after = request.cursor === undefined ? undefined : placeOf(request.cursor, partition, stretch);
    const rows: Place[] = [];
    for (const place of this.walk(partition, stretch, after)) {
      if (rows.length === limit) return { rows, cursor: toCursor({ in: partition, ...rows.at(-1) }) };
      rows.push(place);
    }
    return { rows };
  }

  private *walk(partition: string, stretch: Stretch, after: Place | undefined): Generator<Place> {
    const list = this.partitions.get(partition);
    if (list === undefined) return;
    const { from, to, latestFirst } = stretch;
    const places = latestFirst
      ? list.before(after ?? { sort: to, id: lastText })
      : list.from(after ?? { sort: from, id: '' });
    for (const place of places) {
      if (after !== undefined && compare(place, after) === 0) continue;
      if (latestFirst ? place.sort < from : place.sort > to) return;
      yield place;
    }
  }
}

const compare = (a: Place, b: Place): number =>
  a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const ofNumbers = z.strictObject({ in: z.string(), sort: z.int(), id: z.string() });
const ofTexts = ofNumbers.extend({ sort: z.string() });

function placeOf(cursor: string, partition: string, { from, to }: Stretch): Place {
  const { in: within, ...place } = fromCursor<z.ZodType<Place & { in: string }>>(
    cursor,
    typeof from === 'number' ? ofNumbers : ofTexts,
  );
  if (within !== partition || place.sort < from || place.sort > to) throw new BadCursor();
  return place;
}

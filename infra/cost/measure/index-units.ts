import { isDeepStrictEqual } from 'node:util';
import { type TableShape, tableShape } from '../../../functions/adapters/dynamodb/table-shape.ts';
import { itemBytes, type WireItem } from './item-bytes.ts';

const writeUnitBytes = 1_024;
const unitsOf = (entry: WireItem) => Math.ceil(itemBytes(entry) / writeUnitBytes);

/**
 * The write units that each index takes when an item changes (Developer Guide, global secondary indexes): none while neither
 * its entry's keys nor its projected fields change, one entry's when it comes, goes or changes, and two when its keys move.
 */
export function indexUnits(
  before: WireItem | undefined,
  after: WireItem | undefined,
  { indexes, partitionKey, sortKey }: TableShape = tableShape,
): Readonly<Record<string, number>> {
  const units: Record<string, number> = {};
  for (const [name, index] of Object.entries(indexes)) {
    const keys = [index.partitionKey.name, index.sortKey.name];
    const entryOf = (item: WireItem | undefined): WireItem | undefined => {
      if (item === undefined || keys.some((key) => item[key] === undefined)) return undefined;
      const fields = [partitionKey, sortKey, ...keys, ...index.projected];
      return Object.fromEntries(
        fields.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]]])),
      );
    };
    const [old, fresh] = [entryOf(before), entryOf(after)];
    if (isDeepStrictEqual(old, fresh)) continue;
    const isMoved =
      old !== undefined &&
      fresh !== undefined &&
      keys.some((key) => !isDeepStrictEqual(old[key], fresh[key]));
    const either = Math.max(old ? unitsOf(old) : 0, fresh ? unitsOf(fresh) : 0);
    units[name] = isMoved ? unitsOf(old) + unitsOf(fresh) : either;
  }
  return units;
}

/** The bytes of an item's entries in all the indexes it stands in, and its own, with what DynamoDB adds to each. */
export function storedBytes(
  item: WireItem,
  { indexes, partitionKey, sortKey }: TableShape = tableShape,
): number {
  const entries = Object.values(indexes).flatMap(({ partitionKey: pk, sortKey: sk, projected }) => {
    if (item[pk.name] === undefined || item[sk.name] === undefined) return [];
    const fields = [partitionKey, sortKey, pk.name, sk.name, ...projected];
    return [Object.fromEntries(fields.flatMap((field) => (item[field] ? [[field, item[field]]] : [])))];
  });
  return [item, ...entries].reduce((sum, one) => sum + itemBytes(one) + overheadBytes, 0);
}

/** Added to each item and each index entry when storage is counted. */
const overheadBytes = 100;

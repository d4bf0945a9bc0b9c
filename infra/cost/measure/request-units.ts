import { itemBytes, type WireItem } from './item-bytes.ts';

const writeUnitBytes = 1_024;
const readUnitBytes = 4_096;

/** Write units of a write, by the larger of the item before and after it; of a refused one by what is there. */
export const writeUnits = (before: WireItem | undefined, after: WireItem | undefined): number =>
  Math.max(
    1,
    Math.ceil(Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0) / writeUnitBytes),
  );

/** Read units of a read that gave these items together; half of them where it need not be consistent. Nothing costs one. */
export function readUnits(items: readonly WireItem[], isConsistent: boolean): number {
  const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
  return Math.max(1, Math.ceil(bytes / readUnitBytes)) / (isConsistent ? 1 : 2);
}

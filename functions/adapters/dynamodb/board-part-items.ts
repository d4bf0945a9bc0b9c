import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import * as z from 'zod';
import type { BoardPart } from '../../ports/board-store.ts';
import { partKey } from './board-keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { tableShape } from './table-shape.ts';
import { toEpochSeconds } from './to-epoch-seconds.ts';

/** Well under the 400 KB an item may have. */
const itemBytesMax = 300 * 1_024;

/** Of zlib's 1 to 9: entries are mostly digests, on which more effort gains nothing. */
const level = 3;

const stored = z.object({ of: z.int().min(1), zlib: z.instanceof(Uint8Array) });

/** A part as items, compressed; one item unless it is long. */
export async function toPartItems({ jobId, name, text, expiresAt }: BoardPart) {
  const bytes = await promisify(deflate)(text, { level });
  const of = Math.ceil(bytes.length / itemBytesMax);
  return Array.from({ length: of }, (_, n) => ({
    ...partKey(jobId, name, n),
    of,
    zlib: bytes.subarray(n * itemBytesMax, (n + 1) * itemBytesMax),
    ...(expiresAt === undefined ? {} : { [tableShape.ttlAttribute]: toEpochSeconds(expiresAt) }),
  }));
}

/**
 * The text of a part's items in order; `undefined` when there is none.
 *
 * @throws Error when an item is missing or spoilt
 */
export async function fromPartItems(items: readonly Item[]): Promise<string | undefined> {
  const parts = items.map((item) => parseItem(stored, item));
  const [first] = parts;
  if (first === undefined) return undefined;
  if (parts.length !== first.of)
    throw new Error(`${String(items[0]?.pk)} has ${parts.length} items of ${first.of}`);
  return (await promisify(inflate)(Buffer.concat(parts.map(({ zlib }) => zlib)))).toString();
}

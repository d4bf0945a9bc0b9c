import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import { rulesKey, rulesPartKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';

/** Well under the 400 KB an item may have. */
const partBytesMax = 300 * 1_024;

const head = z.object({ parts: z.int().min(1) });
const part = z.object({ gzip: z.instanceof(Uint8Array) });

/** The sources of rules as items, compressed: parts of a size an item may have, and a head that counts them. */
export async function toRulesItems(hash: string, sources: string) {
  const bytes = await promisify(gzip)(sources);
  const parts = [];
  for (let from = 0; from < bytes.length; from += partBytesMax) {
    parts.push({ ...rulesPartKey(hash, parts.length), gzip: bytes.subarray(from, from + partBytesMax) });
  }
  return { head: { ...rulesKey(hash), parts: parts.length }, parts };
}

/**
 * The sources of a head and its parts in order; `undefined` without a head, which is written last.
 *
 * @throws Error when a part is missing or spoilt
 */
export async function fromRulesItems([first, ...rest]: readonly Item[]): Promise<string | undefined> {
  if (first === undefined || !('parts' in first)) return undefined;
  const { parts } = parseItem(head, first);
  if (rest.length !== parts) throw new Error(`${String(first.pk)} has ${rest.length} parts of ${parts}`);
  const bytes = Buffer.concat(rest.map((item) => parseItem(part, item).gzip));
  return (await promisify(gunzip)(bytes)).toString();
}

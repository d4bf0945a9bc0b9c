import type { DataProblem } from './directory/data-problem.ts';
import { err, ok, type Result } from './result.ts';

type Content = { readonly [key: string]: unknown };

/** Most overlays on one base; a file that needs more is a circle or a maze. */
const overlaysMax = 8;

/**
 * Lays the file named `id` on the one it `extends`, that on its base and so on. Objects merge key by key; a leaf
 * (`{ value, … }`) and a list replace what they meet; `null` removes a key.
 *
 * @param files contents (parsed JSON) by id
 * @param kind what a file is, for the reader of an error: `policy pack`, `scenario`
 * @returns the merged content without `extends`, or the one problem of the chain
 */
export function layOverlays(
  files: ReadonlyMap<string, unknown>,
  id: string,
  kind: string,
): Result<Content, readonly DataProblem[]> {
  const chain: Content[] = [];
  for (let next: unknown = id; next !== undefined; next = chain[0]!.extends) {
    const content = files.get(String(next));
    if (!isContent(content)) {
      const known = [...files.keys()].join(', ');
      return err([{ path: 'extends', reason: `there is no ${kind} "${next}"; known: ${known}` }]);
    }
    chain.unshift(content);
    if (chain.length > overlaysMax) {
      return err([{ path: 'extends', reason: `more than ${overlaysMax} overlays: do they form a circle?` }]);
    }
  }
  const { extends: _, ...merged } = chain.reduce((base, overlay) => merge(base, overlay));
  return ok(merged);
}

function merge(base: Content, overlay: Content): Content {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    const below = merged.get(key);
    if (value === null) merged.delete(key);
    else if (isContent(below) && isContent(value) && !isLeaf(value)) merged.set(key, merge(below, value));
    else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isLeaf = (content: Content) => Object.hasOwn(content, 'value');

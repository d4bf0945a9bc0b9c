import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DataProblem } from '../../../functions/core/directory/data-problem.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { readJson } from '../read-json.ts';

/** A pack and every pack it is laid upon. Packs are found by the name of their file. */
export type PackChain = {
  readonly id: string;
  /** Contents (parsed JSON, not yet trusted), the pack itself first, its last base at the end. */
  readonly packs: ReadonlyMap<string, unknown>;
};

/**
 * Reads what a pack file rests on from the files beside it. A base that is not there is left to `resolvePolicy`, which
 * names it; one that cannot be read is a problem of `extends`.
 */
export const readPackChain = (file: string, content: unknown): Result<PackChain, readonly DataProblem[]> => {
  const id = basename(file, '.json');
  const ownId = idOf(content);
  if (ownId !== undefined && ownId !== id) {
    const reason = `is "${ownId}", but the file is ${basename(file)}: packs are found by the name of their file`;
    return err([{ path: 'id', reason }]);
  }
  const folder = dirname(file);
  const beside = new Set(readdirSync(folder));
  const packs = new Map<string, unknown>([[id, content]]);
  let base = baseOf(content);
  while (base !== undefined && !packs.has(base) && beside.has(`${base}.json`)) {
    const read = readJson(join(folder, `${base}.json`));
    if (!read.ok) return err([{ path: 'extends', reason: `${base}.json beside it ${read.error.reason}` }]);
    packs.set(base, read.value);
    base = baseOf(read.value);
  }
  return ok({ id, packs });
};

const field = (content: unknown, key: string): string | undefined => {
  if (typeof content !== 'object' || content === null) return undefined;
  const value = (content as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
};

const idOf = (content: unknown) => field(content, 'id');
const baseOf = (content: unknown) => field(content, 'extends');

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DataProblem } from '../../../functions/core/directory/data-problem.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { policiesFolder } from '../city-folders.ts';
import { readJson } from '../read-json.ts';

/** A pack and every pack it is laid upon. Packs are found by the name of their file. */
export type PackChain = {
  readonly id: string;
  /** Contents (parsed JSON, not yet trusted), the pack itself first, its last base at the end. */
  readonly packs: ReadonlyMap<string, unknown>;
};

/**
 * Reads what a pack file rests on: from the files beside it, or else the shipped packs. A base that is in neither place is
 * left to `resolvePolicy`, which names it; one that cannot be read is a problem of `extends`.
 */
export const readPackChain = (file: string, content: unknown): Result<PackChain, readonly DataProblem[]> => {
  const id = basename(file, '.json');
  const ownId = idOf(content);
  if (ownId !== undefined && ownId !== id) {
    const reason = `is "${ownId}", but the file is ${basename(file)}: packs are found by the name of their file`;
    return err([{ path: 'id', reason }]);
  }
  const fileOf = (base: string) =>
    [dirname(file), policiesFolder]
      .map((folder) => join(folder, `${base}.json`))
      .find((candidate) => existsSync(candidate));
  const packs = new Map<string, unknown>([[id, content]]);
  let base = baseOf(content);
  while (base !== undefined && !packs.has(base)) {
    const found = fileOf(base);
    if (found === undefined) break;
    const read = readJson(found);
    if (!read.ok) return err([{ path: 'extends', reason: `${base}.json ${read.error.reason}` }]);
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

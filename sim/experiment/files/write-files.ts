import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from './csv-files.ts';

/**
 * Writes files into a folder, which is made if it is not there. Returns their paths. Throws an Error that names the file
 * if it cannot; a file is whole or as it was, for half a result reads like a whole one.
 */
export function writeFiles(folder: string, files: readonly TextFile[]): string[] {
  mkdirSync(folder, { recursive: true });
  return files.map(({ name, text }) => {
    const path = join(folder, name);
    const half = `${path}.part`;
    try {
      writeFileSync(half, text);
      renameSync(half, path);
    } catch (cause) {
      rmSync(half, { force: true });
      throw new Error(`${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    return path;
  });
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from './csv-files.ts';

/** Writes files into a folder, which is made if it is not there. Returns their paths. Throws if it cannot. */
export function writeFiles(folder: string, files: readonly TextFile[]): string[] {
  mkdirSync(folder, { recursive: true });
  return files.map(({ name, text }) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of the names and contents of all files at `paths` (files, or directories taken whole). */
export function contentHash(paths: readonly string[]): string {
  const digest = createHash('sha256');
  for (const path of paths) {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? globSync('**/*', { cwd: path }).sort() : [''];
    for (const file of files) {
      const full = join(path, file);
      if (!statSync(full).isFile()) continue;
      digest.update(`${file}\0`).update(readFileSync(full)).update('\0');
    }
  }
  return digest.digest('hex');
}

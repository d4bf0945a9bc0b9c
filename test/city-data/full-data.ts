import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared/data');

/** The path of a file of the full data, which lies beside a checkout at some places and does not ship. */
export const fullData = (
  file: string,
): { readonly path: string; readonly isAbsent: boolean; readonly note: string } => {
  const path = join(folder, file);
  const isAbsent = !existsSync(path);
  return { path, isAbsent, note: isAbsent ? ` (not run: ../shared/data/${file} is absent)` : '' };
};

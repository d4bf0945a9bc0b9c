import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.CITYWHISTLE_FULL_DATA ?? '';

/** The path of a file of the full data, which does not ship: CITYWHISTLE_FULL_DATA names the folder of those who have it. */
export const fullData = (
  file: string,
): { readonly path: string; readonly isAbsent: boolean; readonly note: string } => {
  const path = join(folder, file);
  const isAbsent = folder === '' || !existsSync(path);
  return { path, isAbsent, note: isAbsent ? ` (not run: no ${file} in CITYWHISTLE_FULL_DATA)` : '' };
};

import { mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';

/** A folder that files can be written to, or that can be made: told before a run, not after an hour of it. */
export const outFolder = z
  .string()
  .min(1)
  .refine(isWritable, 'is no folder that can be written, and cannot be made one');

function isWritable(folder: string): boolean {
  try {
    const there = nearest(resolve(folder));
    // Rights do not tell it: whoever may write everywhere finds folders of the system in which nothing can be made.
    rmdirSync(mkdtempSync(join(there, '.citywhistle-')));
    return true;
  } catch {
    return false;
  }
}

/** The path itself, or the first above it that is there. */
const nearest = (path: string): string =>
  statSync(path, { throwIfNoEntry: false }) === undefined ? nearest(dirname(path)) : path;

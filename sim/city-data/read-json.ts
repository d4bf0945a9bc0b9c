import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../functions/core/result.ts';

/** A file that cannot be opened is UNREADABLE, one that is not JSON is NOT_JSON; `reason` is for a person. */
export type JsonFileError = { readonly code: 'UNREADABLE' | 'NOT_JSON'; readonly reason: string };

/** Reads a JSON file (a leading byte order mark is let through). */
export const readJson = (path: string): Result<unknown, JsonFileError> => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    return err({ code: 'UNREADABLE', reason: `cannot be read (${reasonOf(cause)})` });
  }
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    return err({ code: 'NOT_JSON', reason: `is not JSON (${reasonOf(cause)})` });
  }
};

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
};

import { readFileSync } from 'node:fs';
import { repeatedKey } from '../../functions/core/directory/repeated-key.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';

/** UNREADABLE: cannot be opened; NOT_JSON; REPEATED_KEY: an object has a key twice. `reason` is for a person. */
export type JsonFileError = {
  readonly code: 'UNREADABLE' | 'NOT_JSON' | 'REPEATED_KEY';
  readonly reason: string;
};

/** Reads a JSON file (a leading byte order mark is let through). */
export const readJson = (path: string): Result<unknown, JsonFileError> => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    return err({ code: 'UNREADABLE', reason: `cannot be read (${reasonOf(cause)})` });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return err({ code: 'NOT_JSON', reason: `is not JSON (${reasonOf(cause)})` });
  }
  const again = text.length > checkedMax ? undefined : repeatedKey(text);
  return again === undefined
    ? ok(value)
    : err({ code: 'REPEATED_KEY', reason: `has the key ${again.path} twice (again in line ${again.line})` });
};

/** Longer files are data that a program wrote, not rules that somebody typed. */
const checkedMax = 1_000_000;

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.message;
};

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where tools keep what they can make again. */
export const keptFolder = join(root, 'node_modules/.cache/citywhistle');

/** Something bundled, with the files it was made of, relative to the project's folder. */
export interface Bundled<T> {
  readonly value: T;
  readonly inputs: readonly string[];
}

/** As on disk: made in which folder, of what, and how that looked then. */
interface Kept<T> {
  readonly root: string;
  readonly looks: Readonly<Record<string, string>>;
  readonly value: T;
}

/** What a file keeps, fresh or not; undefined where it keeps nothing that can be read. */
function read<T>(file: string): Kept<T> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept<T>;
  } catch {
    return undefined;
  }
}

/** What a file keeps, if none of the files it was made of has changed since. */
export function readKept<T>(file: string): T | undefined {
  const kept = read<T>(file);
  if (kept?.root !== root) return undefined;
  try {
    const isFresh = Object.entries(kept.looks).every(([input, look]) => lookOf(input) === look);
    return isFresh ? kept.value : undefined;
  } catch {
    // One of the files is gone, or what is kept is of another make.
    return undefined;
  }
}

/** Keeps what was bundled until one of its files changes. @throws where the folder cannot be written to. */
export function keep<T>(file: string, { value, inputs }: Bundled<T>): void {
  const looks = Object.fromEntries(inputs.map((input) => [input, lookOf(input)]));
  replaceFile(file, JSON.stringify({ root, looks, value } satisfies Kept<T>));
}

/** Others may read meanwhile, so a file is changed in one step. */
export function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Size and last change of a file of the project. */
function lookOf(file: string): string {
  const { size, mtimeMs } = statSync(join(root, file));
  return `${size} ${mtimeMs}`;
}

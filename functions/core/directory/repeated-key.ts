/** A key that an object of a JSON text has twice, and the line of its second place. */
export interface RepeatedKey {
  readonly path: string;
  readonly line: number;
}

/** An object or list that is open: an object's keys so far, a list's count of members so far. */
type Level = { readonly keys: Set<string> | undefined; readonly path: string; index: number };

const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/gs;
const colon = /\s*:/y;

/**
 * The first key that an object of a text has twice, of which a parser keeps the last and says nothing: a rule of the file
 * would count for nothing. Undefined where every key is there once.
 *
 * @param text valid JSON
 */
export function repeatedKey(text: string): RepeatedKey | undefined {
  const levels: Level[] = [];
  let key = '';
  for (const { 0: piece, index } of text.matchAll(token)) {
    const level = levels.at(-1);
    if (piece === '{' || piece === '[') {
      levels.push({ keys: piece === '{' ? new Set() : undefined, path: pathIn(level, key), index: 0 });
    } else if (piece === '}' || piece === ']') levels.pop();
    else if (piece === ',') level!.index++;
    else if (level?.keys !== undefined && isKey(text, index + piece.length)) {
      key = JSON.parse(piece) as string;
      if (level.keys.has(key)) {
        return { path: pathIn(level, key), line: text.slice(0, index).split('\n').length };
      }
      level.keys.add(key);
    }
  }
  return undefined;
}

function isKey(text: string, end: number): boolean {
  colon.lastIndex = end;
  return colon.test(text);
}

function pathIn(level: Level | undefined, key: string): string {
  if (level === undefined) return '';
  if (level.keys === undefined) return `${level.path}[${level.index}]`;
  return level.path === '' ? key : `${level.path}.${key}`;
}

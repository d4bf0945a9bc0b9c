import type { BoardRow, RatingRow } from './board.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** A value as text with its keys in order, so that equal values have equal texts. Absent and undefined are the same. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalText(record[key])}`)
    .join(',')}}`;
}

/**
 * The lines whose digest freezes a set of entries, one for each: the same set has the same lines, whatever the order it is read in
 * and however often an entry is in it.
 */
export function entryLines(entries: Iterable<LedgerEntry>): string[] {
  const lines = new Set<string>();
  for (const entry of entries) lines.add(canonicalText(entry));
  // By code units, not by the language of the host.
  return [...lines].sort();
}

/** The lines whose digest names a board: its rows by group, in the order of the groups' keys and the rows' ranks. */
export const boardLines = (groups: Readonly<Record<string, readonly (BoardRow | RatingRow)[]>>): string[] =>
  Object.keys(groups)
    .sort()
    .flatMap((group) => groups[group]!.map((row) => `${group} ${canonicalText(row)}`));

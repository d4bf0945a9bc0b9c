import type { GroupRanks } from './board.ts';

type Scored = { readonly unit: string; readonly score?: number };

/**
 * Orders rows by score, then by what breaks ties (more is better), then by unit code, and gives ranks: rows that are equal in
 * all but the code share a rank and the next one is skipped. Rows without a score stand at the end without a rank.
 */
export function ranked<Row extends Scored>(
  rows: readonly Row[],
  breakers: readonly ((row: Row) => number | undefined)[],
  before: GroupRanks | undefined,
): (Row & { readonly rank?: number; readonly rankBefore?: number; readonly movement?: number })[] {
  const lowest = Number.NEGATIVE_INFINITY;
  const keys = rows.map((row) => ({
    row,
    key: row.score === undefined ? [] : [row.score, ...breakers.map((of) => of(row) ?? lowest)],
  }));
  keys.sort((a, b) => descending(a.key, b.key) || (a.row.unit < b.row.unit ? -1 : 1));
  let rank = 0;
  return keys.map(({ row, key }, n) => {
    if (row.score === undefined) return row;
    if (n === 0 || descending(keys[n - 1]!.key, key) !== 0) rank = n + 1;
    const rankBefore = before?.ranks[row.unit];
    return rankBefore === undefined
      ? { ...row, rank }
      : { ...row, rank, rankBefore, movement: rankBefore - rank };
  });
}

/** Longer keys first: a row without a score has an empty one. */
function descending(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return b.length - a.length;
  for (let n = 0; n < a.length; n += 1) if (a[n] !== b[n]) return a[n]! > b[n]! ? -1 : 1;
  return 0;
}

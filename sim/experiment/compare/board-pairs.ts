import type { RunResult } from '../../city/run-result.ts';

/** A unit's line on the last board of a run, as far as a comparison reads it. */
export interface BoardEntry {
  readonly unit: string;
  readonly score?: number;
  readonly rank?: number;
  readonly class?: string;
}

/** The last month's board of a run: rows by group; empty where the run has no board. */
export const lastBoard = ({ boards }: RunResult): Readonly<Record<string, readonly BoardEntry[]>> =>
  boards.at(-1)?.groups ?? {};

/** Units of a group that have a score on both boards, with the two scores. */
export function scorePairs(
  a: readonly BoardEntry[],
  b: readonly BoardEntry[],
): { readonly unit: string; readonly a: number; readonly b: number }[] {
  const scores = new Map(b.map(({ unit, score }) => [unit, score]));
  return a.flatMap(({ unit, score }) => {
    const other = scores.get(unit);
    return score === undefined || other === undefined ? [] : [{ unit, a: score, b: other }];
  });
}

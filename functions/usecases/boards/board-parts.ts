import * as z from 'zod';
import {
  type BoardRanks,
  type BoardRow,
  boardRow,
  type RatingRow,
  ranksOf,
  ratingRow,
} from '../../core/score/board.ts';
import type { BoardContent } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';

/** Rows of one part. */
export const rowsPerPart = 200;

const manifestUnit = z.object({
  unit: z.string(),
  entries: z.int(),
  digest: z.string(),
  parts: z.int(),
  /** What its entries say, as the recipe of the board folds them. */
  fold: z.string(),
});

/** A unit whose entries a board counts. */
export type ManifestUnit = z.infer<typeof manifestUnit>;

const manifest = z.array(manifestUnit);

/** Names carry the board's digest: another content has other parts. */
export const manifestName = ({ digest }: Pick<BoardContent, 'digest'>) => `units.${digest.slice(0, 16)}`;
/** The name of the `n`-th part of a group's rows. */
export const rowsName = ({ digest }: Pick<BoardContent, 'digest'>, group: string, n: number) =>
  `rows.${digest.slice(0, 16)}.${group}.${n}`;

type Reader = Pick<BoardDeps, 'boards'>;
type Stored = Pick<BoardContent, 'jobId' | 'digest'>;

/** The units a board counts, by code. */
export const loadManifest = async (deps: Reader, content: Stored): Promise<readonly ManifestUnit[]> =>
  manifest.parse(await loadJson(deps, content, manifestName(content)));

/** Some rows of a board's group, from the row numbered `from` on. */
export async function loadRows(
  deps: Reader,
  content: BoardContent,
  { group, from, count }: { readonly group: string; readonly from: number; readonly count: number },
): Promise<readonly (BoardRow | RatingRow)[]> {
  const { rows: all = 0 } = content.groups.find((one) => one.group === group) ?? {};
  const to = Math.min(from + count, all);
  const rows: (BoardRow | RatingRow)[] = [];
  for (let n = Math.floor(from / rowsPerPart); n * rowsPerPart < to; n += 1) {
    const part = rowsOf(content).parse(await loadJson(deps, content, rowsName(content, group, n)));
    rows.push(...part.slice(Math.max(0, from - n * rowsPerPart), to - n * rowsPerPart));
  }
  return rows;
}

/** The ranks of a board, for the next one's movement. */
export async function loadRanks(deps: Reader, content: BoardContent): Promise<BoardRanks> {
  const groups: Record<string, readonly (BoardRow | RatingRow)[]> = {};
  for (const { group, rows } of content.groups) {
    groups[group] = await loadRows(deps, content, { group, from: 0, count: rows });
  }
  return ranksOf(groups);
}

const rowsOf = ({ board }: BoardContent) => z.array(board.kind === 'month' ? boardRow : ratingRow);

async function loadJson({ boards }: Reader, { jobId }: Stored, name: string): Promise<unknown> {
  const text = await boards.loadPart(jobId, name);
  if (text === undefined) throw new Error(`the part ${name} of job ${jobId} is missing`);
  return JSON.parse(text);
}

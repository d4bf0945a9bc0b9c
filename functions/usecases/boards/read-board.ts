import { err, ok, type Result } from '../../core/result.ts';
import type { BoardRow, RatingRow } from '../../core/score/board.ts';
import { BadCursor } from '../../ports/bad-cursor.ts';
import type { BoardContent, BoardKind, BoardVersion, Ruling } from '../../ports/board-store.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import { pageLimit } from '../../ports/page-limit.ts';
import type { Caller } from '../caller.ts';
import type { Forbidden, NotFound } from '../errors.ts';
import type { BoardDeps } from './board-deps.ts';
import { loadRows } from './board-parts.ts';
import { type BoardChoice, findBoard, isVersion } from './find-board.ts';
import { maySeeUnit } from './may-see-unit.ts';
import { pendingRulings } from './pending-rulings.ts';

/** A board's head, how many rulings wait for a correction of it, and those of them that the reader may see. */
export interface BoardHead {
  readonly content: BoardContent | BoardVersion;
  readonly pending: number;
  readonly rulings: readonly Ruling[];
}

/** What is told of a board as a whole: when, by which rules, how much it counts, its digest, what it corrects. */
export async function readBoard(
  deps: BoardDeps,
  choice: BoardChoice,
  caller: Caller,
): Promise<Result<BoardHead, NotFound | Forbidden>> {
  const content = await findBoard(deps, choice, caller);
  if (!content.ok) return content;
  const pending = isVersion(content.value) ? await pendingRulings(deps, content.value) : [];
  const { units } = deps.city.rules;
  const rulings = pending.filter(({ unit }) => maySeeUnit(units, unit, caller).ok);
  return ok({ content: content.value, pending: pending.length, rulings });
}

export interface RowsChoice extends BoardChoice {
  readonly group: string;
}

/** Rows of one group in the order of rank. The cursor is the number of the row the next page begins with. */
export async function readRows(
  deps: BoardDeps,
  { group, ...choice }: RowsChoice,
  { page, caller }: { readonly page: PageRequest; readonly caller: Caller },
): Promise<Result<Page<BoardRow | RatingRow>, NotFound | Forbidden>> {
  const content = await findBoard(deps, choice, caller);
  if (!content.ok) return content;
  const held = content.value.groups.find((one) => one.group === group);
  if (held === undefined) return err({ code: 'NOT_FOUND' });
  const from = rowNumber(page.cursor, held.rows);
  const count = pageLimit(page);
  const rows = await loadRows(deps, content.value, { group, from, count });
  return ok(from + count < held.rows ? { rows, cursor: String(from + count) } : { rows });
}

/** All rows of one group, for an export. */
export async function readGroup(
  deps: BoardDeps,
  { group, ...choice }: RowsChoice,
  caller: Caller,
): Promise<Result<{ content: BoardContent; rows: readonly (BoardRow | RatingRow)[] }, NotFound | Forbidden>> {
  const content = await findBoard(deps, choice, caller);
  if (!content.ok) return content;
  const held = content.value.groups.find((one) => one.group === group);
  if (held === undefined) return err({ code: 'NOT_FOUND' });
  const rows = await loadRows(deps, content.value, { group, from: 0, count: held.rows });
  return ok({ content: content.value, rows });
}

function rowNumber(cursor: string | undefined, rows: number): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor) || Number(cursor) >= rows) throw new BadCursor();
  return Number(cursor);
}

/** The published boards of a kind, by period and version. */
export const listBoards = (
  { boards }: BoardDeps,
  kind: BoardKind,
  page: PageRequest,
): Promise<Page<BoardVersion>> => boards.listVersions(kind, page);

import { err, ok, type Result } from '../../core/result.ts';
import type { BoardRow, RatingRow } from '../../core/score/board.ts';
import type { BoardContent } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { Forbidden, NotFound } from '../errors.ts';
import type { BoardDeps } from './board-deps.ts';
import { loadRows } from './board-parts.ts';
import { canonicalJson } from './canonical-json.ts';
import { type BoardChoice, findBoard } from './find-board.ts';

type Row = BoardRow | RatingRow;

/** A unit whose row differs: as it was and as it is; absent on the side where it has none. */
interface RowChange {
  readonly unit: string;
  readonly before?: Row;
  readonly after?: Row;
  /** Points and places won. */
  readonly scoreChange?: number;
  readonly rankChange?: number;
}

export interface BoardDifferences {
  readonly before: BoardContent;
  readonly after: BoardContent;
  readonly group: string;
  readonly changes: readonly RowChange[];
}

/**
 * What differs between two boards of a kind, such as a version and its correction or two months, in one group: units in the
 * order of the later board, then those it has no more. A row that is equal but for its movement is not listed.
 */
export async function compareBoards(
  deps: BoardDeps,
  asked: { readonly before: BoardChoice; readonly after: BoardChoice; readonly group: string },
  caller: Caller,
): Promise<Result<BoardDifferences, NotFound | Forbidden>> {
  const before = await findBoard(deps, asked.before, caller);
  if (!before.ok) return before;
  const after = await findBoard(deps, asked.after, caller);
  if (!after.ok) return after;
  const { group } = asked;
  const isThere = after.value.groups.some((one) => one.group === group);
  if (!isThere) return err({ code: 'NOT_FOUND' });
  const old = await rowsOf(deps, before.value, group);
  const now = await rowsOf(deps, after.value, group);
  const units = [...now.keys(), ...[...old.keys()].filter((unit) => !now.has(unit))];
  const changes = units.flatMap((unit) => changeOf(unit, old.get(unit), now.get(unit)));
  return ok({ before: before.value, after: after.value, group, changes });
}

async function rowsOf(deps: BoardDeps, content: BoardContent, group: string): Promise<Map<string, Row>> {
  const { rows: count = 0 } = content.groups.find((one) => one.group === group) ?? {};
  const rows = await loadRows(deps, content, { group, from: 0, count });
  return new Map(rows.map((row) => [row.unit, row]));
}

function changeOf(unit: string, before: Row | undefined, after: Row | undefined): RowChange[] {
  if (before !== undefined && after !== undefined && isSame(before, after)) return [];
  return [
    {
      unit,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...difference('scoreChange', before?.score, after?.score),
      ...difference('rankChange', after?.rank, before?.rank),
    },
  ];
}

const difference = (name: 'scoreChange' | 'rankChange', from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined ? {} : { [name]: to - from };

function isSame(one: Row, other: Row): boolean {
  const bare = ({ movement: _, rankBefore: __, ...row }: Row) => canonicalJson(row);
  return bare(one) === bare(other);
}

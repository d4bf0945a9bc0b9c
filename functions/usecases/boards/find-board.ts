import { err, ok, type Result } from '../../core/result.ts';
import type { UnitTable } from '../../core/rules/unit-table.ts';
import type { BoardContent, BoardKey, BoardVersion } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { Forbidden, NotFound } from '../errors.ts';
import type { BoardDeps } from './board-deps.ts';
import { latestVersion } from './latest-version.ts';

/** A board and which state of it: a version by number, the live one, or (absent) the version that stands. */
export interface BoardChoice {
  readonly board: BoardKey;
  readonly version?: number | 'live';
}

/** Whether a board is a published one. */
export const isVersion = (content: BoardContent): content is BoardVersion => 'version' in content;

/** The head of a board. Published ones are everybody's; a live one is for the city's and the districts' supervisors. */
export async function findBoard(
  deps: BoardDeps,
  { board, version }: BoardChoice,
  caller: Caller,
): Promise<Result<BoardContent | BoardVersion, NotFound | Forbidden>> {
  if (version === 'live' && !supervises(deps.city.rules.units, caller)) return err({ code: 'FORBIDDEN' });
  return found(await loadBoard(deps, { board, ...(version === undefined ? {} : { version }) }));
}

/** The head of a board for a reader who may see what it is needed for. */
export function loadBoard(
  deps: Pick<BoardDeps, 'boards'>,
  { board, version }: BoardChoice,
): Promise<BoardContent | BoardVersion | undefined> {
  if (version === 'live') return deps.boards.loadLive(board);
  return version === undefined ? latestVersion(deps, board) : deps.boards.loadVersion(board, version);
}

/** What a store has, or that it has none. */
export const found = <Content>(content: Content | undefined): Result<Content, NotFound> =>
  content === undefined ? err({ code: 'NOT_FOUND' }) : ok(content);

function supervises({ byCode, kinds }: UnitTable, { unit, hotline }: Caller): boolean {
  const kind = kinds[byCode.get(unit ?? '') ?? -1];
  return hotline || kind === 'city' || kind === 'district';
}

import type { BoardKey, BoardVersion } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';

/** The version of a board that stands: the latest. Undefined when none is published. */
export async function latestVersion(
  { boards }: Pick<BoardDeps, 'boards'>,
  board: BoardKey,
): Promise<BoardVersion | undefined> {
  const { rows } = await boards.versions(board, { limit: 1 });
  return rows[0];
}

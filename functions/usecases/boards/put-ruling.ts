import { err, ok, type Result } from '../../core/result.ts';
import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import type { Ruling } from '../../ports/board-store.ts';
import type { OtherBody } from '../errors.ts';
import type { BoardDeps } from './board-deps.ts';

/** The id of what a command puts into the ledger: the same command, the same line. */
export const rulingId = (type: Ruling['type'], commandId: string): string => `${type}.${commandId}`;

/**
 * Keeps a ruling with who and why, then puts its line into the ledger; both once. A retry of a command that was cut off
 * between the two completes it with its first instant; the same command that says something else is refused.
 */
export async function putRuling(
  { boards, store }: BoardDeps,
  ruling: Ruling,
  month: string,
): Promise<Result<Ruling, OtherBody>> {
  const isNew = (await boards.putRuling(ruling)) === 'stored';
  const kept = isNew ? ruling : ((await boards.loadRuling(ruling.board, ruling.id)) ?? ruling);
  if (!saysTheSame(kept, ruling)) return err({ code: 'CONFLICT' });
  await store.putLedger(lineOf(kept, month));
  return ok(kept);
}

const said = ['unit', 'of', 'points', 'reason', 'text', 'by'] as const;

const saysTheSame = (one: Ruling, other: Ruling): boolean =>
  said.every((field) => one[field] === other[field]);

function lineOf(ruling: Ruling, month: string): LedgerEntry {
  const { unit, id, at, by, reason, type, of = '', points = 0, board } = ruling;
  const base = { unit, month, id, at, by };
  switch (type) {
    case 'points':
      return { ...base, type, points, reason };
    case 'rating':
      return { ...base, type, points, board: board.kind === 'special' ? 'special' : 'annual' };
    default:
      return { ...base, type, of, reason };
  }
}

import { err, ok, type Result } from '../../core/result.ts';
import type { Rules } from '../../core/rules/rules.ts';
import type { BoardRanks, BoardRow, RatingRow } from '../../core/score/board.ts';
import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import type { BoardKey } from '../../ports/board-store.ts';
import type { NoSuchBoard } from './board-errors.ts';
import { mattersRecipe } from './matters-recipe.ts';
import { monthRecipe } from './month-recipe.ts';
import { ratingRecipe } from './rating-recipe.ts';

/** Rows by group, in the order of rank. */
export type Groups = Readonly<Record<string, readonly (BoardRow | RatingRow)[]>>;

/** How a kind of board is made: a fold of each unit's entries by itself, then the rows from all folds. */
export interface BoardRecipe {
  /** Codes of the units whose entries it reads. */
  readonly units: readonly string[];
  /** Boards before it that it looks at, at most. */
  readonly beforeMax: number;
  /** Whether an entry has anything to do with it. The others are not frozen. */
  reads(entry: LedgerEntry): boolean;
  /** What one unit's entries say, as text. */
  fold(entries: readonly LedgerEntry[]): string;
  /** The rows, from the folds by unit. `before`: ranks of earlier boards, the latest first. */
  rows(
    folds: Iterable<readonly [unit: string, fold: string]>,
    before: readonly (BoardRanks | undefined)[],
  ): Groups;
}

/** The recipe of a board by its rules. Each kind reads its own section of the pack and no other. */
export function recipeOf({ kind, period }: BoardKey, rules: Rules): Result<BoardRecipe, NoSuchBoard> {
  if (kind === 'matters') return ok(mattersRecipe(rules));
  const recipe = kind === 'month' ? monthRecipe(period, rules) : ratingRecipe({ kind, period }, rules);
  return recipe === undefined ? err({ code: 'NO_SUCH_BOARD', kind }) : ok(recipe);
}

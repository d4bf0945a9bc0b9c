import type { Rules } from '../../core/rules/rules.ts';
import { type PartScores, partScores, ratingBoard } from '../../core/score/rating-board.ts';
import type { BoardKey } from '../../ports/board-store.ts';
import type { BoardRecipe } from './recipe.ts';

/**
 * The annual appraisal (年度考核) and the special check (专项检查): ratings of the year, by the pack's section of that very
 * board. Undefined where the pack has none.
 */
export function ratingRecipe(
  { kind, period }: BoardKey & { readonly kind: 'annual' | 'special' },
  { units, score }: Rules,
): BoardRecipe | undefined {
  const rules = score[kind];
  if (rules === undefined) return undefined;
  const isRated = (unit: number) => rules.groups.some(({ kinds }) => kinds.has(units.kinds[unit]!));
  return {
    units: units.codes.filter((_, unit) => isRated(unit)),
    beforeMax: 1,
    reads: (entry) => entry.type === 'rating' && entry.board === kind,
    fold: (entries) => JSON.stringify(partScores(kind, entries, rules, units)),
    rows(folds, [before]) {
      const parts: (PartScores | undefined)[] = new Array(units.count).fill(undefined);
      for (const [unit, text] of folds) parts[units.byCode.get(unit)!] = JSON.parse(text) as PartScores;
      return ratingBoard({ period, parts, rules, units, before }).groups;
    },
  };
}

import type { Rules } from '../../core/rules/rules.ts';
import type { EntryType } from '../../core/score/ledger-entry.ts';
import { monthBoard } from '../../core/score/month-board.ts';
import { addFold, emptyMonth } from '../../core/score/month-tallies.ts';
import { tallyOf, type UnitFold } from '../../core/score/tally-of.ts';
import type { BoardRecipe } from './recipe.ts';

const read: ReadonlySet<EntryType> = new Set<EntryType>([
  'case',
  'overdue',
  'summons',
  'points',
  'exclusion',
  'inclusion',
  'appeal',
  'appealRefused',
]);

/** The month's board (三率, 月度排名): cases, open overdue tickets, summonses, points and rulings of the month. */
export function monthRecipe(month: string, { units, score }: Rules): BoardRecipe {
  const rules = score.month;
  return {
    units: units.codes,
    beforeMax: Math.max(1, ...rules.classes.map(({ monthsInRow }) => monthsInRow - 1)),
    reads: ({ type }) => read.has(type),
    fold: (entries) => foldText(tallyOf(entries, rules)),
    rows(folds, before) {
      const tallies = emptyMonth(units);
      for (const [unit, text] of folds) {
        addFold(tallies, units.byCode.get(unit)!, foldOf(text), rules, units);
      }
      return monthBoard({ month, tallies, rules, units, before }).groups;
    },
  };
}

const foldText = ({ own, trades, charges }: UnitFold): string =>
  JSON.stringify({ own, trades: [...trades], charges: [...charges] });

/** The fold of a unit's month from its text. */
export function foldOf(text: string): UnitFold {
  const { own, trades, charges } = JSON.parse(text) as {
    own: UnitFold['own'];
    trades: [string, UnitFold['own']][];
    charges: [string, number][];
  };
  return { own, trades: new Map(trades), charges: new Map(charges) };
}

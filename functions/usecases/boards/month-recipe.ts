import type { Rules } from '../../core/rules/rules.ts';
import type { EntryType } from '../../core/score/ledger-entry.ts';
import { monthBoard } from '../../core/score/month-board.ts';
import { addFold, emptyMonth } from '../../core/score/month-tallies.ts';
import { emptyTally, type UnitTally } from '../../core/score/tally.ts';
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

/** Counters that are 0 are left out: most of a trade's are. */
const foldText = ({ own, trades, charges }: UnitFold): string =>
  JSON.stringify({
    own: counted(own),
    trades: [...trades].map(([department, tally]) => [department, counted(tally)]),
    charges: [...charges],
  });

const counted = (tally: UnitTally): Partial<UnitTally> =>
  Object.fromEntries(Object.entries(tally).filter(([, count]) => count !== 0));

/** The fold of a unit's month from its text. */
export function foldOf(text: string): UnitFold {
  const { own, trades, charges } = JSON.parse(text) as {
    own: Partial<UnitTally>;
    trades: [string, Partial<UnitTally>][];
    charges: [string, number][];
  };
  const whole = (tally: Partial<UnitTally>): UnitTally => ({ ...emptyTally(), ...tally });
  return {
    own: whole(own),
    trades: new Map(trades.map(([department, tally]) => [department, whole(tally)])),
    charges: new Map(charges),
  };
}

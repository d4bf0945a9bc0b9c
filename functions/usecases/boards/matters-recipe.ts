import type { MatterCounts } from '../../core/early/topic/matter-counts.ts';
import { mattersOf } from '../../core/early/topic/matters-of.ts';
import type { Rules } from '../../core/rules/rules.ts';
import type { EntryType } from '../../core/score/ledger-entry.ts';
import type { BoardRecipe } from './recipe.ts';

const read: ReadonlySet<EntryType> = new Set<EntryType>(['case', 'exclusion', 'inclusion']);

/** A month's counts by matter (事项底数): cases and the rulings on them. It has no rows and nobody is ranked by it. */
export function mattersRecipe({ units, score }: Rules): BoardRecipe {
  return {
    units: units.codes,
    beforeMax: 0,
    reads: ({ type }) => read.has(type),
    fold: (entries) => mattersText(mattersOf(entries, score.month)),
    rows: () => ({}),
  };
}

/** By item: cases, resolution base, unresolved, satisfaction base, dissatisfied. Sorted, so that a unit has one text. */
const mattersText = (matters: ReadonlyMap<string, MatterCounts>): string =>
  JSON.stringify(
    [...matters]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([item, one]) => [
        item,
        one.cases,
        one.resolutionBase,
        one.unresolved,
        one.satisfactionBase,
        one.dissatisfied,
      ]),
  );

/** The counts of a unit's month from their text, by item. */
export function mattersIn(text: string): readonly (readonly [item: string, counts: MatterCounts])[] {
  const rows = JSON.parse(text) as [string, number, number, number, number, number][];
  return rows.map(([item, cases, resolutionBase, unresolved, satisfactionBase, dissatisfied]) => [
    item,
    { cases, resolutionBase, unresolved, satisfactionBase, dissatisfied },
  ]);
}

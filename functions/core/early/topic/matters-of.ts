import type { LedgerEntry } from '../../score/ledger-entry.ts';
import { excludedCases } from '../../score/rulings.ts';
import type { MonthRules } from '../../score/score-rules.ts';
import { addCase, emptyTally, type UnitTally } from '../../score/tally.ts';
import { blankFlags, readFlags } from '../../score/tally-of.ts';
import type { MatterCounts } from './matter-counts.ts';

/**
 * What one unit's entries of the ledger say of each item it led, by the item's code: counted exactly as the month's board
 * counts them, so rulings (剔除), merged cases and missing answers are treated alike. A case without an item is nobody's
 * topic. A function of the set of entries: their order and an entry read twice change nothing.
 *
 * @param entries the ledger of one unit, of any months
 */
export function mattersOf(
  entries: readonly LedgerEntry[],
  rules: MonthRules,
): ReadonlyMap<string, MatterCounts> {
  const excluded = excludedCases(entries, rules);
  const seen = new Set<string>();
  const tallies = new Map<string, UnitTally>();
  for (const entry of entries) {
    if (entry.type !== 'case' || entry.item === undefined) continue;
    const { item, kind, month, id } = entry;
    const name = `${month}/${id}`;
    if (seen.has(name) || excluded.has(id) || !rules.countedKinds.has(kind)) continue;
    seen.add(name);
    const tally = tallies.get(item) ?? emptyTally();
    tallies.set(item, tally);
    addCase(tally, readFlags(blankFlags(), entry), rules);
  }
  return new Map(
    [...tallies].filter(([, { cases }]) => cases > 0).map(([item, tally]) => [item, countsOf(tally)]),
  );
}

/** What a tally of one matter's cases says of it. */
export const countsOf = (tally: UnitTally): MatterCounts => ({
  cases: tally.cases,
  resolutionBase: tally.resolutionBase,
  unresolved: tally.resolutionBase - tally.resolutionYes,
  satisfactionBase: tally.satisfactionBase,
  dissatisfied: tally.satisfactionBase - tally.satisfactionYes,
});

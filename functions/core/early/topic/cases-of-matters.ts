import type { CaseEntry, LedgerEntry } from '../../score/ledger-entry.ts';
import { excludedCases } from '../../score/rulings.ts';
import type { MonthRules } from '../../score/score-rules.ts';
import { addCase, emptyTally } from '../../score/tally.ts';
import { blankFlags, readFlags } from '../../score/tally-of.ts';
import type { MatterCounts } from './matter-counts.ts';
import { countsOf } from './matters-of.ts';

export const matterAnswers = ['all', 'unresolved', 'dissatisfied'] as const;
export type MatterAnswer = (typeof matterAnswers)[number];

/**
 * The cases of one unit's month that make up a count of some matters, by time and id: as many as the count says, since each
 * is counted alone as all were counted together.
 */
export function casesOfMatters(
  entries: readonly LedgerEntry[],
  { items, answer }: { readonly items: ReadonlySet<string>; readonly answer: MatterAnswer },
  rules: MonthRules,
): CaseEntry[] {
  const excluded = excludedCases(entries, rules);
  const found = new Map<string, CaseEntry>();
  for (const entry of entries) {
    if (entry.type !== 'case' || entry.item === undefined || !items.has(entry.item)) continue;
    if (excluded.has(entry.id) || !rules.countedKinds.has(entry.kind)) continue;
    if (isCounted(countedAlone(entry, rules), answer)) found.set(entry.id, entry);
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function countedAlone(entry: CaseEntry, rules: MonthRules): MatterCounts {
  const tally = emptyTally();
  addCase(tally, readFlags(blankFlags(), entry), rules);
  return countsOf(tally);
}

const isCounted = (counts: MatterCounts, answer: MatterAnswer): boolean =>
  (answer === 'all' ? counts.cases : counts[answer]) > 0;

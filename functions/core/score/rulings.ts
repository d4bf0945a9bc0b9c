import type { EntryOf, LedgerEntry } from './ledger-entry.ts';
import type { MonthRules } from './score-rules.ts';

type Ruling = EntryOf<'exclusion' | 'inclusion' | 'appeal' | 'appealRefused'>;

/** Whether `a` was ruled after `b`: by time, then by id, so that the order in which they are read cannot matter. */
const isLater = (a: Ruling, b: Ruling) => a.at > b.at || (a.at === b.at && a.id > b.id);

/**
 * The ids of the cases that rulings take out of the rates (剔除): the latest exclusion or inclusion of a case decides. An
 * appeal, also a refused one, changes nothing by itself, nor does an exclusion for a reason the pack does not know.
 */
export function excludedCases(
  entries: Iterable<LedgerEntry>,
  { exclusionReasons }: Pick<MonthRules, 'exclusionReasons'>,
): ReadonlySet<string> {
  const latest = new Map<string, Ruling>();
  for (const entry of entries) {
    if (entry.type !== 'exclusion' && entry.type !== 'inclusion') continue;
    if (entry.type === 'exclusion' && !exclusionReasons.has(entry.reason)) continue;
    const before = latest.get(entry.of);
    if (before === undefined || isLater(entry, before)) latest.set(entry.of, entry);
  }
  const excluded = new Set<string>();
  for (const [id, { type }] of latest) if (type === 'exclusion') excluded.add(id);
  return excluded;
}

import { Answer, Outcome, type OutcomeName } from '../ticket/kinds.ts';
import type { CaseEntry, EntryOf, LedgerEntry } from './ledger-entry.ts';
import { excludedCases } from './rulings.ts';
import type { MonthRules } from './score-rules.ts';
import { addCase, addOverdue, type CaseFlags, emptyTally, isDelay, type UnitTally } from './tally.ts';

/** What one unit's month of entries says of the unit, of the trades its matters belong to, and of units it charges. */
export interface UnitFold {
  readonly own: UnitTally;
  /** By department: the cases of its trade that this unit led (行业). */
  readonly trades: ReadonlyMap<string, UnitTally>;
  /** By summoned unit: delays of this unit's cases that are charged to it. */
  readonly charges: ReadonlyMap<string, number>;
}

const answers = { yes: Answer.yes, no: Answer.no } as const;
const answer = (said: 'yes' | 'no' | undefined): Answer =>
  said === undefined ? Answer.unknown : answers[said];

/** Fills `flags` from a case of the ledger. */
export function readFlags(flags: CaseFlags, entry: CaseEntry): CaseFlags {
  flags.outcome = Outcome[entry.outcome as OutcomeName];
  flags.onTime = entry.onTime;
  flags.responded = answer(entry.responded);
  flags.resolved = answer(entry.resolved);
  flags.satisfied = answer(entry.satisfied);
  flags.merged = entry.merged === true;
  flags.charged = entry.lateBy !== undefined;
  return flags;
}

export const blankFlags = (): CaseFlags => ({
  outcome: Outcome.open,
  onTime: false,
  responded: Answer.unknown,
  resolved: Answer.unknown,
  satisfied: Answer.unknown,
  merged: false,
  charged: false,
});

/**
 * Folds the entries of one unit and month with the rulings applied. A function of the set of entries: their order and an
 * entry that is read twice change nothing.
 */
export function tallyOf(entries: readonly LedgerEntry[], rules: MonthRules): UnitFold {
  const own = emptyTally();
  const trades = new Map<string, UnitTally>();
  const charges = new Map<string, number>();
  const excluded = excludedCases(entries, rules);
  const seen = new Set<string>();
  const flags = blankFlags();
  for (const entry of entries) {
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    if (entry.type === 'summons') addSummons(own, entry);
    else if (entry.type === 'points') addPoints(own, entry.points);
    else if (entry.type === 'case' || entry.type === 'overdue') {
      if (!rules.countedKinds.has(entry.kind)) {
        if (entry.type === 'case') own.apart += 1;
        continue;
      }
      if (excluded.has(entry.id)) {
        own.excluded += 1;
        continue;
      }
      const trade = entry.trade === undefined ? undefined : tallyFor(trades, entry.trade);
      const charged = entry.lateBy !== undefined;
      if (entry.type === 'overdue') {
        addOverdue(own, charged, rules);
        // The trade as a whole is late, whoever of it is charged.
        if (trade !== undefined) addOverdue(trade, false, rules);
      } else {
        addCase(own, readFlags(flags, entry), rules);
        flags.charged = false;
        if (trade !== undefined) addCase(trade, flags, rules);
      }
      if (charged && isCharge(entry, rules)) {
        charges.set(entry.lateBy!, (charges.get(entry.lateBy!) ?? 0) + 1);
      }
    }
  }
  return { own, trades, charges };
}

/** Whether an entry is a delay that counts against the unit it is charged to. */
export function isCharge(entry: EntryOf<'case' | 'overdue'>, rules: MonthRules): boolean {
  if (entry.type === 'overdue') return rules.rates.onTime.overdueOpen === 'late';
  return isDelay(readFlags(blankFlags(), entry), rules);
}

function tallyFor(trades: Map<string, UnitTally>, department: string): UnitTally {
  const there = trades.get(department);
  if (there !== undefined) return there;
  const made = emptyTally();
  trades.set(department, made);
  return made;
}

function addSummons(tally: UnitTally, { outcome, late }: EntryOf<'summons'>): void {
  tally.summonses += 1;
  if (late) tally.summonsesLate += 1;
  if (outcome === 'failed') tally.summonsesFailed += 1;
  if (outcome === 'declined') tally.summonsesDeclined += 1;
}

function addPoints(tally: UnitTally, points: number): void {
  const hundredths = Math.round(points * 100);
  if (hundredths > 0) tally.bonusHundredths += hundredths;
  else tally.deductionHundredths -= hundredths;
}

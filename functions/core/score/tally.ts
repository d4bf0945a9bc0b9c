import { Answer, type Outcome } from '../ticket/kinds.ts';
import type { MonthRules } from './score-rules.ts';

/** A case as plain flags: a caller in a hot loop fills one object again and again. */
export interface CaseFlags {
  outcome: Outcome;
  onTime: boolean;
  responded: Answer;
  resolved: Answer;
  satisfied: Answer;
  /** It was merged into an elder ticket (并单). */
  merged: boolean;
  /** Its delay is charged to a summoned unit. */
  charged: boolean;
}

/**
 * The counters of one unit's month. Whole numbers only, so that the order of additions cannot show: points are in
 * hundredths.
 */
export interface UnitTally {
  /** Cases that count. */
  cases: number;
  onTimeYes: number;
  /** Cases in the base of the on-time share; open overdue tickets and charged delays come on top. */
  onTimeBase: number;
  overdueOpen: number;
  /** Delays of other units' cases that are charged to this one. */
  chargedLate: number;
  responseYes: number;
  responseBase: number;
  resolutionYes: number;
  resolutionBase: number;
  satisfactionYes: number;
  satisfactionBase: number;
  /** Taken out by a ruling (剔除). */
  excluded: number;
  /** Ended without work, or merged where the pack leaves those out. */
  notCounted: number;
  /** Matters of a kind that is counted apart, such as patrol findings. */
  apart: number;
  summonses: number;
  summonsesLate: number;
  summonsesFailed: number;
  summonsesDeclined: number;
  bonusHundredths: number;
  deductionHundredths: number;
}

export const emptyTally = (): UnitTally => ({
  cases: 0,
  onTimeYes: 0,
  onTimeBase: 0,
  overdueOpen: 0,
  chargedLate: 0,
  responseYes: 0,
  responseBase: 0,
  resolutionYes: 0,
  resolutionBase: 0,
  satisfactionYes: 0,
  satisfactionBase: 0,
  excluded: 0,
  notCounted: 0,
  apart: 0,
  summonses: 0,
  summonsesLate: 0,
  summonsesFailed: 0,
  summonsesDeclined: 0,
  bonusHundredths: 0,
  deductionHundredths: 0,
});

/** Counts one ended case of a kind that counts. Allocates nothing: a simulated year calls it ten million times. */
export function addCase(tally: UnitTally, one: CaseFlags, rules: MonthRules): void {
  if (!doesCount(one, rules)) {
    tally.notCounted += 1;
    return;
  }
  const { rates } = rules;
  tally.cases += 1;
  const responded = one.responded || rates.response.missing[one.outcome]!;
  if (responded !== Answer.unknown) tally.responseBase += 1;
  if (responded === Answer.yes) tally.responseYes += 1;
  const resolved = one.resolved || rates.resolution.missing[one.outcome]!;
  if (resolved !== Answer.unknown) tally.resolutionBase += 1;
  if (resolved === Answer.yes) tally.resolutionYes += 1;
  const satisfied = one.satisfied || rates.satisfaction.missing[one.outcome]!;
  if (satisfied !== Answer.unknown) tally.satisfactionBase += 1;
  if (satisfied === Answer.yes) tally.satisfactionYes += 1;
  const onTime = onTimeAnswer(one.onTime, one.charged, rules);
  if (onTime !== Answer.unknown) tally.onTimeBase += 1;
  if (onTime === Answer.yes) tally.onTimeYes += 1;
}

const doesCount = ({ outcome, merged }: CaseFlags, rules: MonthRules): boolean =>
  rules.countedOutcomes[outcome]! && !(merged && rules.merged === 'excluded');

/** Whether a case is a delay that counts against the unit it is charged to: a late one that counts. */
export const isDelay = (one: CaseFlags, rules: MonthRules): boolean => !one.onTime && doesCount(one, rules);

/** How a case counts in its lead's on-time share; `unknown` leaves the base. */
function onTimeAnswer(onTime: boolean, charged: boolean, rules: MonthRules): Answer {
  if (onTime) return Answer.yes;
  const { chargedDelay } = rules.rates.onTime;
  if (!charged || chargedDelay === 'late') return Answer.no;
  return chargedDelay === 'onTime' ? Answer.yes : Answer.unknown;
}

/** Counts a ticket that was open and past its deadline when the month ended. */
export function addOverdue(tally: UnitTally, charged: boolean, rules: MonthRules): void {
  if (rules.rates.onTime.overdueOpen === 'notCounted') return;
  if (onTimeAnswer(false, charged, rules) === Answer.no) tally.overdueOpen += 1;
}

const counters = Object.keys(emptyTally()) as readonly (keyof UnitTally)[];

/** Adds `from` to `into`. Any partition of the same cases merges to the same tally. */
export function mergeTally(into: UnitTally, from: UnitTally): void {
  for (const counter of counters) into[counter] += from[counter];
}

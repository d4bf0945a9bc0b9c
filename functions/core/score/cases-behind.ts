import type { UnitIndex, UnitTable } from '../rules/unit-table.ts';
import { Answer } from '../ticket/kinds.ts';
import type { EntryOf, LedgerEntry } from './ledger-entry.ts';
import { isTradeOf, pooledInto } from './month-tallies.ts';
import { excludedCases } from './rulings.ts';
import type { MonthRules, RateName } from './score-rules.ts';
import { addCase, addOverdue, emptyTally, type UnitTally } from './tally.ts';
import { blankFlags, isCharge, readFlags } from './tally-of.ts';

type CaseLine = EntryOf<'case' | 'overdue'>;

/** How a case stands to a row: in a rate's base, or in a number beside the rates. */
export const rowAnswers = ['yes', 'no', 'none', 'excluded', 'notCounted', 'apart'] as const;

/**
 * Which number of a row is opened. `none`: the cases that are not in the rate's base; `excluded`: those a ruling took out;
 * `notCounted`: those that ended without work; `apart`: matters of a kind that is counted apart. The last three are the same
 * whatever the rate.
 */
export interface NumberAsked {
  readonly rate: RateName;
  readonly answer: (typeof rowAnswers)[number];
  /** Opens the number of a department's trade: of these entries, the cases of its trade. */
  readonly trade?: string;
  /** Opens the delays that are charged to a unit: of these entries, those that count against it. */
  readonly chargedTo?: string;
}

/**
 * The cases of one unit's month that make up a number of a board, by time and id: as many as the number says. A district's
 * number opens over the units of {@link countingFor}; a trade's and a charged delay's over every unit.
 */
export function casesBehind(
  entries: readonly LedgerEntry[],
  asked: NumberAsked,
  rules: MonthRules,
): CaseLine[] {
  const excluded = excludedCases(entries, rules);
  const found = new Map<string, CaseLine>();
  for (const entry of entries) {
    if (entry.type !== 'case' && entry.type !== 'overdue') continue;
    if (asked.trade !== undefined && entry.trade !== asked.trade) continue;
    if (!rules.countedKinds.has(entry.kind)) {
      if (asked.answer === 'apart' && isApart(entry, asked)) found.set(entry.id, entry);
      continue;
    }
    if (excluded.has(entry.id)) {
      if (asked.answer === 'excluded') found.set(entry.id, entry);
    } else if (asked.answer === answerOf(entry, asked, rules)) found.set(entry.id, entry);
  }
  return [...found.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** A row counts apart what its own units led: neither its trade nor what is charged to it. */
const isApart = ({ type }: CaseLine, { trade, chargedTo }: NumberAsked): boolean =>
  type === 'case' && trade === undefined && chargedTo === undefined;

/** How a case answers, by counting it alone: what a number is made of cannot differ from how it was counted. */
function answerOf(entry: CaseLine, asked: NumberAsked, rules: MonthRules): NumberAsked['answer'] | undefined {
  if (asked.chargedTo !== undefined) {
    return entry.lateBy === asked.chargedTo && isCharge(entry, rules) ? 'no' : undefined;
  }
  const charged = asked.trade === undefined && entry.lateBy !== undefined;
  const tally = emptyTally();
  if (entry.type === 'overdue') addOverdue(tally, charged, rules);
  else addCase(tally, { ...readFlags(blankFlags(), entry), charged }, rules);
  if (tally.notCounted > 0) return 'notCounted';
  const answer = counted[asked.rate](tally);
  if (answer === Answer.unknown) return entry.type === 'case' ? 'none' : undefined;
  return answer === Answer.yes ? 'yes' : 'no';
}

const answer = (yes: number, base: number): Answer =>
  base === 0 ? Answer.unknown : yes === 0 ? Answer.no : Answer.yes;

const counted = {
  response: (tally) => answer(tally.responseYes, tally.responseBase),
  resolution: (tally) => answer(tally.resolutionYes, tally.resolutionBase),
  satisfaction: (tally) => answer(tally.satisfactionYes, tally.satisfactionBase),
  onTime: (tally) => answer(tally.onTimeYes, tally.onTimeBase + tally.overdueOpen),
} as const satisfies Record<RateName, (tally: UnitTally) => Answer>;

/** The units whose entries a unit's own numbers come from: itself and those that count for it. */
export const countingFor = (target: UnitIndex, rules: MonthRules, units: UnitTable): UnitIndex[] =>
  units.codes.flatMap((_, unit) =>
    unit === target || pooledInto(unit, rules, units).includes(target) ? [unit] : [],
  );

/** The units whose entries a department's trade comes from: all but those whose cases are its own already. */
export const tradeLedBy = (department: UnitIndex, rules: MonthRules, units: UnitTable): UnitIndex[] =>
  units.codes.flatMap((_, unit) => (isTradeOf(department, unit, rules, units) ? [unit] : []));

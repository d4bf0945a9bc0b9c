import { isWithin, noUnit, type UnitIndex, type UnitTable } from '../rules/unit-table.ts';
import type { MonthRules, PoolKind } from './score-rules.ts';
import { emptyTally, mergeTally, type UnitTally } from './tally.ts';
import type { UnitFold } from './tally-of.ts';

/** A month's counters of a whole city by unit index: what each unit led itself, and what its trade did. */
export interface MonthTallies {
  readonly own: (UnitTally | undefined)[];
  /** Filled for departments alone. */
  readonly trade: (UnitTally | undefined)[];
}

export const emptyMonth = ({ count }: UnitTable): MonthTallies => ({
  own: new Array(count).fill(undefined),
  trade: new Array(count).fill(undefined),
});

const at = (tallies: (UnitTally | undefined)[], unit: UnitIndex): UnitTally =>
  (tallies[unit] ??= emptyTally());

/**
 * Adds what one unit's entries say to the month: to the unit, to the departments of its matters' trades, and to the units
 * its delays are charged to. Codes that the directory does not know are left out.
 */
export function addFold(
  month: MonthTallies,
  unit: UnitIndex,
  fold: UnitFold,
  rules: MonthRules,
  units: UnitTable,
): void {
  mergeTally(at(month.own, unit), fold.own);
  for (const [code, tally] of fold.trades) {
    const department = units.byCode.get(code);
    if (department === undefined || !isTradeOf(department, unit, rules, units)) continue;
    mergeTally(at(month.trade, department), tally);
  }
  for (const [code, late] of fold.charges) {
    const charged = units.byCode.get(code);
    if (charged !== undefined) at(month.own, charged).chargedLate += late;
  }
}

/** Whether what `unit` led counts in the trade of `department`, or is the department's own already. */
export function isTradeOf(
  department: UnitIndex,
  unit: UnitIndex,
  { department: { tradeIncludesOwn }, countsFor }: MonthRules,
  units: UnitTable,
): boolean {
  if (tradeIncludesOwn) return true;
  if (department === unit) return false;
  const counts = countsFor.get(units.kinds[unit]!)?.includes('department') ?? false;
  return !(counts && isWithin(units, unit, department));
}

/** The units beside itself whose figures a unit's cases enter, each once. */
export function pooledInto(unit: UnitIndex, { countsFor }: MonthRules, units: UnitTable): UnitIndex[] {
  const kinds = countsFor.get(units.kinds[unit]!) ?? [];
  const found = kinds.map((kind) => nearest(unit, kind, units));
  return [...new Set(found)].filter((target) => target !== noUnit && target !== unit);
}

/** The unit of `kind` above `unit`: a department by the line (条), the others by the area (块). */
function nearest(unit: UnitIndex, kind: PoolKind, { kinds, areaParent, lineParent }: UnitTable): UnitIndex {
  const parents = kind === 'department' ? lineParent : areaParent;
  let at = parents[unit]!;
  while (at !== noUnit && kinds[at] !== kind) at = parents[at]!;
  return at;
}

/** Each unit's figures with those of the units that count for it, such as a district's with its subdistricts'. */
export function pooled(
  own: MonthTallies['own'],
  rules: MonthRules,
  units: UnitTable,
): (UnitTally | undefined)[] {
  const into: (UnitTally | undefined)[] = own.map((tally) =>
    tally === undefined ? undefined : { ...tally },
  );
  own.forEach((tally, unit) => {
    if (tally === undefined) return;
    for (const target of pooledInto(unit, rules, units)) {
      into[target] ??= emptyTally();
      mergeTally(into[target], { ...tally, bonusHundredths: 0, deductionHundredths: 0 });
    }
  });
  return into;
}

import type { CaseEntry, EntryOf, LedgerEntry } from '../../../../functions/core/score/ledger-entry.ts';
import { type MonthBoard, monthBoard } from '../../../../functions/core/score/month-board.ts';
import { addFold, emptyMonth } from '../../../../functions/core/score/month-tallies.ts';
import type { MonthRules } from '../../../../functions/core/score/score-rules.ts';
import { tallyOf } from '../../../../functions/core/score/tally-of.ts';
import { sampleUnits } from './sample-units.ts';

const month = '2026-11';
const at = Date.parse('2026-11-16T09:00:00+08:00');

/** A case in which everything went well, unless said otherwise. */
export const aCase = (unit: string, id: string, but: Partial<CaseEntry> = {}): CaseEntry => ({
  ...{ unit, month, id, at, type: 'case', ticketId: `t-${id}`, kind: 'complaint', tier: 'general' },
  ...{ outcome: 'resolved', onTime: true, responded: 'yes', resolved: 'yes', satisfied: 'yes', reopens: 0 },
  ...but,
});

/** `count` cases of a unit of which the first `yes` say yes to everything and the others no. */
export const cases = (unit: string, yes: number, count: number, but: Partial<CaseEntry> = {}): CaseEntry[] =>
  Array.from({ length: count }, (_, n) => {
    const said = n < yes ? 'yes' : 'no';
    const words = { responded: said, resolved: said, satisfied: said } as const;
    return aCase(unit, `${unit}-${n}-${but.trade ?? ''}`, { ...words, onTime: n < yes, ...but });
  });

/** A case about which nobody was asked anything. */
export function silent(unit: string, id: string, outcome: string, but: Partial<CaseEntry> = {}): CaseEntry {
  const { responded, resolved, satisfied, ...rest } = aCase(unit, id, { outcome, ...but });
  return rest;
}

export const overdue = (
  unit: string,
  id: string,
  but: Partial<EntryOf<'overdue'>> = {},
): EntryOf<'overdue'> => ({
  ...{ unit, month, id, at, type: 'overdue', ticketId: `t-${id}`, kind: 'complaint', tier: 'general' },
  ...but,
});

export const ruling = (
  type: 'exclusion' | 'inclusion' | 'appeal' | 'appealRefused',
  of: LedgerEntry,
  but: { id?: string; at?: number; reason?: string } = {},
): LedgerEntry => ({
  ...{ unit: of.unit, month, id: `${type}-${of.id}`, at, of: of.id, by: 'city', reason: 'force-majeure' },
  ...but,
  type,
});

export const points = (unit: string, value: number, id = `points-${unit}-${value}`): LedgerEntry => ({
  ...{ unit, month, id, at, type: 'points', by: 'city', points: value, reason: 'a test says so' },
});

export const rating = (
  unit: string,
  by: string,
  value: number,
  but: { id?: string; board?: 'annual' | 'special' | 'mutual'; month?: string } = {},
): LedgerEntry => ({
  ...{ unit, month, id: `rating-${by}-${unit}-${value}`, at, type: 'rating', board: 'annual' },
  ...{ by, points: value },
  ...but,
});

/** The board that a set of entries makes, as a service makes it: unit by unit. */
export function boardFrom(
  entries: readonly LedgerEntry[],
  rules: MonthRules,
  before: Parameters<typeof monthBoard>[0]['before'] = [],
): MonthBoard {
  const tallies = emptyMonth(sampleUnits);
  for (const [code, own] of Map.groupBy(entries, ({ unit }) => unit)) {
    addFold(tallies, sampleUnits.byCode.get(code)!, tallyOf(own, rules), rules, sampleUnits);
  }
  return monthBoard({ month, tallies, rules, units: sampleUnits, before });
}

/** A unit's row, whichever group it stands in. */
export function rowOf({ groups }: MonthBoard, unit: string) {
  const row = Object.values(groups)
    .flat()
    .find((one) => one.unit === unit);
  if (row === undefined) throw new Error(`no row of ${unit}`);
  return row;
}

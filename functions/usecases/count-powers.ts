import * as z from 'zod';
import { monthOf } from '../core/calendar/month-of.ts';
import { ok, type Result } from '../core/result.ts';
import { isWithin, noUnit } from '../core/rules/unit-table.ts';
import { allPages } from './boards/read-pages.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Forbidden, UnknownUnit } from './errors.ts';
import { mayList } from './list-tickets.ts';
import { powerIdPrefix } from './use-power.ts';

const count = z.record(z.string(), z.int().min(0));

/** How often each power was used in a year: in all, by who used it, and by towards whom. */
export const powerCountsSchema = z.object({
  unit: z.string(),
  year: z.int(),
  total: count,
  byStreet: z.record(z.string(), count),
  byDepartment: z.record(z.string(), count),
});
export type PowerCounts = z.infer<typeof powerCountsSchema>;

/**
 * Counts a year's uses of powers (赋权 "用权" 次数) in the area of a unit, the whole city for the city; for a department or
 * bureau, those towards it and what is below it. Read from the power entries of the city's ledger alone.
 */
export async function countPowers(
  deps: Deps,
  { unit, year }: { readonly unit?: string; readonly year: number },
  caller: Caller,
): Promise<Result<PowerCounts, Forbidden | UnknownUnit>> {
  const { rules } = deps.city;
  const { units } = rules;
  const city = units.codes[units.city]!;
  const asked = unit ?? caller.unit ?? city;
  const allowed = mayList(deps, asked, caller);
  if (!allowed.ok) return allowed;
  const top = units.byCode.get(asked)!;
  const isBelow = (code: string) => isWithin(units, units.byCode.get(code) ?? noUnit, top);
  const counts: PowerCounts = { unit: asked, year, total: {}, byStreet: {}, byDepartment: {} };
  const months = monthsOf(year, monthOf(deps.clock.now(), rules.utcOffsetMs));
  const read = (month: string) => allPages((page) => deps.store.ledger(city, month, page, powerIdPrefix));
  for (const entry of (await Promise.all(months.map(read))).flat()) {
    if (entry.type !== 'power' || entry.by === undefined || entry.towards === undefined) continue;
    if (!isBelow(entry.by) && !isBelow(entry.towards)) continue;
    add(counts.total, entry.power);
    add(under(counts.byStreet, entry.by), entry.power);
    add(under(counts.byDepartment, entry.towards), entry.power);
  }
  return ok(counts);
}

const monthsOf = (year: number, present: string): readonly string[] =>
  Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`).filter(
    (month) => month <= present,
  );

function under(counts: Record<string, Record<string, number>>, unit: string): Record<string, number> {
  const own = counts[unit] ?? {};
  counts[unit] = own;
  return own;
}

function add(counts: Record<string, number>, power: string): void {
  counts[power] = (counts[power] ?? 0) + 1;
}

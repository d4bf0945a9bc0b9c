import * as z from 'zod';
import { monthOf } from '../core/calendar/month-of.ts';
import { ok, type Result } from '../core/result.ts';
import type { Rules } from '../core/rules/rules.ts';
import { isWithin } from '../core/rules/unit-table.ts';
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

/** Partitions of the ledger read at once. */
const readersMax = 16;

/**
 * Counts a year's uses of powers (赋权 "用权" 次数) in the area of a unit, the whole city for the city; for a department or
 * bureau, those towards it and what is below it. Read from the ledgers of the streets, from their power entries alone.
 */
export async function countPowers(
  deps: Deps,
  { unit, year }: { readonly unit?: string; readonly year: number },
  caller: Caller,
): Promise<Result<PowerCounts, Forbidden | UnknownUnit>> {
  const { rules } = deps.city;
  const { units } = rules;
  const asked = unit ?? caller.unit ?? units.codes[units.city]!;
  const allowed = mayList(deps, asked, caller);
  if (!allowed.ok) return allowed;
  const top = units.byCode.get(asked)!;
  const streets = streetsOf(rules);
  const below = streets.filter((street) => isWithin(units, street, top));
  // Nobody below has powers: the unit is one they are used towards.
  const isTarget = below.length === 0;
  const counts: PowerCounts = { unit: asked, year, total: {}, byStreet: {}, byDepartment: {} };
  const months = monthsOf(year, monthOf(deps.clock.now(), rules.utcOffsetMs));
  const partitions = (isTarget ? streets : below)
    .flatMap((street) => months.map((month) => ({ street: units.codes[street]!, month })))
    .values();
  const read = async () => {
    for (const { street, month } of partitions) {
      for (const entry of await allPages((page) => deps.store.ledger(street, month, page, powerIdPrefix))) {
        if (entry.type !== 'power' || entry.towards === undefined) continue;
        if (isTarget && !isWithin(units, units.byCode.get(entry.towards) ?? -1, top)) continue;
        add(counts.total, entry.power);
        add(under(counts.byStreet, street), entry.power);
        add(under(counts.byDepartment, entry.towards), entry.power);
      }
    }
  };
  await Promise.all(Array.from({ length: readersMax }, read));
  return ok(counts);
}

/** Units that some power may be used by. */
function streetsOf({ powers, units }: Rules): number[] {
  const users = new Set([...powers.values()].flatMap((power) => [...power.users]));
  return units.kinds.flatMap((kind, unit) => (users.has(kind) ? [unit] : []));
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

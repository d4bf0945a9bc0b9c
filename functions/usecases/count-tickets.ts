import * as z from 'zod';
import { ok, type Result } from '../core/result.ts';
import { isWithin, type UnitTable } from '../core/rules/unit-table.ts';
import { dayMs, type EpochMs } from '../core/time.ts';
import { kindOfId } from '../core/undertaking/undertaking-id.ts';
import type { WorklistRow } from '../ports/stored.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Forbidden, UnknownUnit } from './errors.ts';
import { mayList } from './list-tickets.ts';

const count = z.int().min(0);
/** `open` tickets the unit answers for or decides on; `helping`: duties on tickets of others. */
const unitCounts = z.object({ open: count, dueToday: count, overdue: count, helping: count });

/** Open work (在办), what must be acted on before the city's midnight, and what is past its deadline. */
export const countsSchema = z.object({
  unit: z.string(),
  total: unitCounts,
  byUnit: z.record(z.string(), unitCounts),
});
export type Counts = z.infer<typeof countsSchema>;
type UnitCounts = z.infer<typeof unitCounts>;

const none: UnitCounts = { open: 0, dueToday: 0, overdue: 0, helping: 0 };

/** Worklists read at once: a city has thousands of units. */
const readersMax = 16;

/**
 * Counts the worklists of a unit and of every unit below it; of the hotline too, for the city. Read as they stand, from
 * the eventually consistent index.
 */
export async function countTickets(
  deps: Deps,
  { unit }: { readonly unit?: string },
  caller: Caller,
): Promise<Result<Counts, Forbidden | UnknownUnit>> {
  const { units, utcOffsetMs } = deps.city.rules;
  const asked = unit ?? caller.unit ?? units.codes[units.city]!;
  const allowed = mayList(deps, asked, caller);
  if (!allowed.ok) return allowed;
  const owners = below(units, asked);
  const now = deps.clock.now();
  const dayEnd = Math.ceil((now + utcOffsetMs + 1) / dayMs) * dayMs - utcOffsetMs;
  const byUnit: Record<string, UnitCounts> = {};
  const next = owners.values();
  const read = async () => {
    for (const owner of next) {
      const counted = await countOne(deps, owner, dayEnd);
      if (counted.open + counted.helping > 0) byUnit[owner] = counted;
    }
  };
  await Promise.all(Array.from({ length: readersMax }, read));
  return ok({ unit: asked, total: sum(Object.values(byUnit)), byUnit });
}

function below(units: UnitTable, asked: string): string[] {
  const top = units.byCode.get(asked);
  if (top === undefined) return [asked];
  const owners = units.codes.filter((_, index) => isWithin(units, index, top));
  return top === units.city ? [...owners, 'hotline'] : owners;
}

async function countOne({ store }: Deps, owner: string, dayEnd: EpochMs): Promise<UnitCounts> {
  const counts = { ...none };
  let cursor: string | undefined;
  do {
    const page = await store.worklist(owner, { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    for (const row of page.rows) add(counts, row, owner, dayEnd);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return counts;
}

function add(counts: UnitCounts, row: WorklistRow, owner: string, dayEnd: EpochMs): void {
  const { actBy, overdue, lead, status, ticketId } = row;
  // Undertakings stand on the same worklists; these counts are of tickets.
  if (kindOfId(ticketId) !== undefined) return;
  const decides = owner === 'hotline' || status === 'disputed' || status === 'calledBack';
  if (lead !== owner && !decides) {
    counts.helping += 1;
    return;
  }
  counts.open += 1;
  if (overdue) counts.overdue += 1;
  else if (actBy !== undefined && actBy < dayEnd) counts.dueToday += 1;
}

function sum(all: readonly UnitCounts[]): UnitCounts {
  const total = { ...none };
  for (const { open, dueToday, overdue, helping } of all) {
    total.open += open;
    total.dueToday += dueToday;
    total.overdue += overdue;
    total.helping += helping;
  }
  return total;
}

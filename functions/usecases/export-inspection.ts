import { type InspectionRow, inspect } from '../core/inspection/inspect.ts';
import { ok, type Result } from '../core/result.ts';
import { allPages } from './boards/read-pages.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { Forbidden, UnknownUnit } from './errors.ts';
import { mayList } from './list-tickets.ts';

/** A unit's late and missed answers of a month, from its ledger, for an inspection (巡察). */
export async function exportInspection(
  deps: Deps,
  { unit, month }: { readonly unit: string; readonly month: string },
  caller: Caller,
): Promise<Result<readonly InspectionRow[], Forbidden | UnknownUnit>> {
  const allowed = mayList(deps, unit, caller);
  if (!allowed.ok) return allowed;
  return ok(inspect(await allPages((page) => deps.store.ledger(unit, month, page))));
}

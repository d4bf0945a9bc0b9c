import { patrolList } from '../../../core/early/patrol/patrol-list.ts';
import { type PatrolState, patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { Forbidden, NotFound, UnknownUnit } from '../../errors.ts';
import { mayList } from '../../list-tickets.ts';
import { readUndertaking } from '../undertakings/read-undertakings.ts';
import { findLatestMonth } from './find-month.ts';
import { patrolMonthId } from './patrol-id.ts';

/** A month of a route with its history. */
export interface RouteMonth {
  readonly state: PatrolState;
  readonly record: UndertakingRecord;
}

/** A month of a route, or the one it is in; for its unit, those over it and the hotline. */
export async function readRoute(
  deps: Deps,
  { routeId, month }: { readonly routeId: string; readonly month?: string | undefined },
  caller: Caller,
): Promise<Result<RouteMonth, NotFound>> {
  const id =
    month === undefined ? (await findLatestMonth(deps, routeId))?.id : patrolMonthId(deps, routeId, month);
  if (id === undefined) return err({ code: 'NOT_FOUND' });
  const read = await readUndertaking(deps, { kind: 'patrol', id }, caller);
  return read.ok ? ok(monthOfRecord(read.value)) : read;
}

/** The routes of a month that a unit walks, or that lie in a subdistrict or district; for itself and those over it. */
export async function listRoutes(
  deps: Deps,
  { area, month, page }: { readonly area: string; readonly month: string; readonly page: PageRequest },
  caller: Caller,
): Promise<Result<Page<RouteMonth>, Forbidden | UnknownUnit>> {
  const allowed = mayList(deps, area, caller);
  if (!allowed.ok) return allowed;
  const { rows, ...rest } = await deps.store.listUndertakings(patrolList(area, month), page);
  return ok({ ...rest, rows: rows.map(monthOfRecord) });
}

/** A stored undertaking as the month of a route that it is. */
export const monthOfRecord = (record: UndertakingRecord): RouteMonth => ({
  state: patrolState.parse(record.state),
  record,
});

import { monthOf } from '../../../core/calendar/month-of.ts';
import { monthAfter } from '../../../core/calendar/months.ts';
import { patrolList } from '../../../core/early/patrol/patrol-list.ts';
import { type PatrolState, patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import type { Deps } from '../../deps.ts';
import type { UnknownUnit } from '../../errors.ts';

/** Kinds of units that have streets of their own to name chiefs of. */
const withStreets: ReadonlySet<string> = new Set(['district', 'subdistrict', 'community', 'grid', 'team']);

/**
 * Who answers for the streets of an area (街巷长公示): for everybody, without a token, as their boards at the ends of the
 * streets are. A route that was given up names nobody.
 */
export async function listChiefs(
  deps: Deps,
  { area, page }: { readonly area: string; readonly page: PageRequest },
): Promise<Result<Page<PatrolState>, UnknownUnit>> {
  const { units, utcOffsetMs } = deps.city.rules;
  const unit = units.byCode.get(area);
  if (unit === undefined || !withStreets.has(units.kinds[unit]!)) {
    return err({ code: 'UNKNOWN_UNIT', unitCode: area });
  }
  const month = monthOf(deps.clock.now(), utcOffsetMs);
  const listed = await deps.store.listUndertakings(patrolList(area, month), page);
  const isEarly = listed.rows.length === 0 && page.cursor === undefined;
  // In the first moments of a month its routes are still being opened: those of the month before are the same people.
  const { rows, ...rest } = isEarly
    ? await deps.store.listUndertakings(patrolList(area, monthAfter(month, -1)), page)
    : listed;
  const states = rows.map(({ state }) => patrolState.parse(state));
  return ok({ ...rest, rows: states.filter(({ retiredAt }) => retiredAt === undefined) });
}

import { monthsFrom } from '../../../core/calendar/months.ts';
import { type CoverageRow, coverageOf } from '../../../core/early/patrol/coverage.ts';
import { keepRounds } from '../../../core/early/patrol/keep-rounds.ts';
import { patrolList } from '../../../core/early/patrol/patrol-list.ts';
import { type PatrolState, patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { allPages } from '../../boards/read-pages.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { Forbidden, Invalid, UnknownUnit } from '../../errors.ts';
import { mayList } from '../../list-tickets.ts';

/** Most months of one report. */
const coverageMonthsMax = 12;

export interface CoverageQuery {
  /** A unit that walks, a subdistrict, a district, or the city. */
  readonly area: string;
  /** The first month and the last (`2018-08`). */
  readonly from: string;
  readonly until: string;
}

/**
 * How well the rounds of an area were walked in some months, read from the lists of its routes. What is missed by now counts as
 * missed, whether or not its wake has come.
 */
export async function patrolCoverage(
  deps: Deps,
  { area, from, until }: CoverageQuery,
  caller: Caller,
): Promise<Result<readonly CoverageRow[], Forbidden | UnknownUnit | Invalid>> {
  const allowed = mayList(deps, area, caller);
  if (!allowed.ok) return allowed;
  const months = monthsFrom(from, until);
  if (months.length === 0 || months.length > coverageMonthsMax) {
    const reason = `a report has 1 to ${coverageMonthsMax} months`;
    return err({ code: 'INVALID', field: 'until', reason });
  }
  const now = deps.clock.now();
  const states: PatrolState[] = [];
  for (const place of placesOf(deps, area)) {
    for (const month of months) {
      const list = patrolList(place, month);
      const records = await allPages((page) => deps.store.listUndertakings(list, page));
      states.push(...records.map(({ state }) => keepRounds(patrolState.parse(state), now, unheard)));
    }
  }
  return ok(coverageOf(states));
}

/** The lists that hold an area's routes: the city's are those of its districts. */
function placesOf({ city }: Deps, area: string): readonly string[] {
  const { units } = city.rules;
  if (units.byCode.get(area) !== units.city) return [area];
  return units.codes.filter((_, unit) => units.kinds[unit] === 'district');
}

const unheard = { entry: () => {}, notice: () => {} };

import { monthOf } from '../../../core/calendar/month-of.ts';
import { monthAfter } from '../../../core/calendar/months.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../deps.ts';
import { wakeUndertaking } from '../undertakings/wake-undertaking.ts';
import { patrolMonthId } from './patrol-id.ts';

/**
 * A month (`2018-08`) of a route. One whose opening the clock still owes is opened first, so that a late wake changes
 * nothing; undefined when the route does not know that month.
 */
export async function findMonth(
  deps: Deps,
  routeId: string,
  month: string,
): Promise<UndertakingRecord | undefined> {
  const id = patrolMonthId(deps, routeId, month);
  const there = await deps.store.loadUndertaking(id);
  if (there !== undefined) return there;
  const before = patrolMonthId(deps, routeId, monthAfter(month, -1));
  if ((await deps.store.loadUndertaking(before)) === undefined) return undefined;
  await wakeUndertaking(deps, before);
  return deps.store.loadUndertaking(id);
}

/**
 * The month that speaks for a route: this one, the next where it begins only then or another's clock has opened it
 * already, or the one before where it was given up in that.
 */
export async function findLatestMonth(deps: Deps, routeId: string): Promise<UndertakingRecord | undefined> {
  const month = monthOf(deps.clock.now(), deps.city.rules.utcOffsetMs);
  const load = (count: number) =>
    deps.store.loadUndertaking(patrolMonthId(deps, routeId, monthAfter(month, count)));
  const present = await findMonth(deps, routeId, month);
  return (await load(1)) ?? present ?? (await load(-1));
}

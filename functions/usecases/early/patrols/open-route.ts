import * as z from 'zod';
import { monthAfter } from '../../../core/calendar/months.ts';
import { unitCode } from '../../../core/directory/unit-code.ts';
import { periodAt } from '../../../core/early/patrol/civil-period.ts';
import { openMonth } from '../../../core/early/patrol/open-month.ts';
import type { PatrolRules } from '../../../core/early/patrol/patrol-rules.ts';
import { type PatrolRoute, type PatrolState, stopsMax } from '../../../core/early/patrol/patrol-state.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import { noUnit } from '../../../core/rules/unit-table.ts';
import type { EpochMs } from '../../../core/time.ts';
import { isOrIsOver } from '../../../core/undertaking/standing.ts';
import type { UndertakingRefusal } from '../../../core/undertaking/undertaking.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { commandTitle, phone } from '../../submission.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import type { UndertakenResult } from '../undertakings/undertaking-request.ts';
import { aboutMonth, patrolMonthId, routeIdOf } from './patrol-id.ts';

/** Whose name is made public (姓名向社会公布). */
export const publicChief = z.strictObject({
  name: commandTitle,
  phone: phone.exactOptional(),
});

/** A route to be walked (巡查路线). */
export const routeRequest = z.strictObject({
  /** A key of the pack's `early.patrol.roles`. */
  role: z.string().min(1).max(40),
  /** The street or lane (街巷). */
  street: z.strictObject({ zh: commandTitle, en: commandTitle.exactOptional() }),
  /** The unit whose people walk it: a subdistrict, a community, a grid. */
  unitCode,
  chief: publicChief,
  stops: z.array(commandTitle).min(1).max(stopsMax),
  /** Its first day, in this month or the next: rounds are due from the first whole day, week and month on. */
  from: z.iso.date(),
});

export type RouteRequest = z.infer<typeof routeRequest>;

/** Opens a route with its first month. The subdistrict does, or who is over it. The same command is the same route. */
export async function openRoute(
  deps: Deps,
  body: RouteRequest,
  { commandId, caller }: { readonly commandId: string; readonly caller: Caller },
): UndertakenResult {
  const routeId = routeIdOf(deps, commandId);
  const { utcOffsetMs } = deps.city.rules;
  const fromAt = Date.parse(`${body.from}T00:00:00Z`) - utcOffsetMs;
  const { key: month } = periodAt('month', fromAt, utcOffsetMs);
  if (await isOfOtherMonth(deps, routeId, month)) return err({ code: 'CONFLICT' });
  return openUndertaking<PatrolState>(deps, {
    kind: 'patrol',
    about: aboutMonth(routeId, month),
    said: body,
    caller,
    commandId,
    begin: (actor, now, rules, out) => {
      const patrol = earlyPart(rules, 'patrol');
      if (!patrol.ok) return patrol;
      const route = routeOf(body, { routeId, fromAt }, rules, patrol.value);
      if (!route.ok) return route;
      if (!isOrIsOver(actor, route.value.subdistrict, rules)) return err({ code: 'FORBIDDEN' });
      if (!isSoon(fromAt, now, rules)) return err({ code: 'INVALID', field: 'from', reason: notSoon });
      out.entry(now, 'patrolOpened', actor.unit, `early.patrol.roles.${body.role}`, body.unitCode);
      const { rounds, ...month } = openMonth(route.value, fromAt, patrol.value, utcOffsetMs);
      // A round that was over before the route was there is nobody's to make.
      return ok({ ...month, rounds: rounds.filter(({ dueBy }) => dueBy >= now) });
    },
  });
}

/**
 * Whether the same command has opened a route with another first month: that route's own month would stand in the way of
 * this one's, or this one of its next.
 */
async function isOfOtherMonth(deps: Deps, routeId: string, month: string): Promise<boolean> {
  const load = (count: number) =>
    deps.store.loadUndertaking(patrolMonthId(deps, routeId, monthAfter(month, count)));
  if ((await load(0)) !== undefined) return false;
  const [before, after] = await Promise.all([load(-1), load(1)]);
  return before !== undefined || after !== undefined;
}

const notSoon = 'a route begins today or later, in this month or the next';

function isSoon(fromAt: EpochMs, now: EpochMs, { utcOffsetMs }: Rules): boolean {
  const next = periodAt('month', periodAt('month', now, utcOffsetMs).endAt, utcOffsetMs);
  return fromAt >= periodAt('day', now, utcOffsetMs).startAt && fromAt < next.endAt;
}

function routeOf(
  { role, street, unitCode: owner, chief, stops }: RouteRequest,
  { routeId, fromAt }: { readonly routeId: string; readonly fromAt: EpochMs },
  { units }: Rules,
  { roles }: PatrolRules,
): Result<PatrolRoute, UndertakingRefusal> {
  if (!roles.has(role)) {
    return err({ code: 'INVALID', field: 'role', reason: `expected one of ${[...roles.keys()].join(', ')}` });
  }
  const unit = units.byCode.get(owner);
  if (unit === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: owner });
  let at = unit;
  while (at !== noUnit && units.kinds[at] !== 'subdistrict') at = units.areaParent[at]!;
  if (at === noUnit) return err({ code: 'INVALID', field: 'unitCode', reason: noSubdistrict });
  const subdistrict = units.codes[at]!;
  const district = units.codes[units.district[at]!]!;
  return ok({ routeId, role, chief, street, owner, subdistrict, district, stops, fromAt });
}

const noSubdistrict = 'a route is walked by a unit of a subdistrict';

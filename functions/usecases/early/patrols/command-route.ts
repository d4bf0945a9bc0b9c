import { monthOf } from '../../../core/calendar/month-of.ts';
import { monthAfter } from '../../../core/calendar/months.ts';
import type { PatrolCommand } from '../../../core/early/patrol/patrol-command.ts';
import { monthOfPeriod } from '../../../core/early/patrol/period-key.ts';
import { err } from '../../../core/result.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import type { UndertakenResult } from '../undertakings/undertaking-request.ts';
import { findLatestMonth, findMonth } from './find-month.ts';
import { patrolMonthId } from './patrol-id.ts';

export interface RouteAsk {
  readonly commandId: string;
  readonly caller: Caller;
}

/** Says of a round that it was made, or that it brought a finding in. */
export async function commandRound(
  deps: Deps,
  routeId: string,
  command: Extract<PatrolCommand, { readonly period: string }>,
  ask: RouteAsk,
): UndertakenResult {
  const month = monthOfPeriod(command.period);
  const record = month === undefined ? undefined : await findMonth(deps, routeId, month);
  if (record === undefined) return err({ code: 'NOT_FOUND' });
  return commandUndertaking(deps, { kind: 'patrol', id: record.id, command, ...ask });
}

/** Names another chief from now on. */
export async function nameChief(
  deps: Deps,
  routeId: string,
  chief: Extract<PatrolCommand, { readonly type: 'nameChief' }>['chief'],
  ask: RouteAsk,
): UndertakenResult {
  const record = await findLatestMonth(deps, routeId);
  if (record === undefined) return err({ code: 'NOT_FOUND' });
  const command = { type: 'nameChief', chief };
  return commandUndertaking(deps, { kind: 'patrol', id: record.id, command, ...ask });
}

/** Gives a route up: this month first, so that none follows, then what last month's weeks still owe. */
export async function retireRoute(deps: Deps, routeId: string, ask: RouteAsk): UndertakenResult {
  const record = await findLatestMonth(deps, routeId);
  if (record === undefined) return err({ code: 'NOT_FOUND' });
  const command = { type: 'retire' };
  const retired = await commandUndertaking(deps, { kind: 'patrol', id: record.id, command, ...ask });
  if (!retired.ok) return retired;
  const before = monthAfter(monthOf(deps.clock.now(), deps.city.rules.utcOffsetMs), -1);
  const elder = await deps.store.loadUndertaking(patrolMonthId(deps, routeId, before));
  if (elder?.isOpen) await commandUndertaking(deps, { kind: 'patrol', id: elder.id, command, ...ask });
  return retired;
}

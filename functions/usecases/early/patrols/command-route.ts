import { monthAfter } from '../../../core/calendar/months.ts';
import type { PatrolCommand } from '../../../core/early/patrol/patrol-command.ts';
import { isHandedOver, patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { monthOfPeriod } from '../../../core/early/patrol/period-key.ts';
import { err } from '../../../core/result.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
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
export const nameChief = (
  deps: Deps,
  routeId: string,
  chief: Extract<PatrolCommand, { readonly type: 'nameChief' }>['chief'],
  ask: RouteAsk,
): UndertakenResult => onLatest(deps, routeId, { type: 'nameChief', chief }, ask);

/** Gives a route up: this month first, so that none follows, then what last month's weeks still owe. */
export async function retireRoute(deps: Deps, routeId: string, ask: RouteAsk): UndertakenResult {
  const retired = await onLatest(deps, routeId, { type: 'retire' }, ask);
  if (!retired.ok) return retired;
  const elder = await monthBefore(deps, retired.value.record);
  const command = { type: 'retire', elder: true };
  if (elder?.isOpen) await commandUndertaking(deps, { kind: 'patrol', id: elder.id, command, ...ask });
  return retired;
}

/** A month that hands over while it is asked is asked again in the next one. */
const attemptsMax = 3;

/**
 * Asks the month that speaks for its route. What the month before has done already, whose answer was lost as it ended, is
 * answered and not done again.
 */
async function onLatest(
  deps: Deps,
  routeId: string,
  command: PatrolCommand,
  ask: RouteAsk,
): UndertakenResult {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const record = await findLatestMonth(deps, routeId);
    if (record === undefined) return err({ code: 'NOT_FOUND' });
    const before = await monthBefore(deps, record);
    const isSaid = before?.history.some(({ commandId }) => commandId === ask.commandId) ?? false;
    const { id } = isSaid ? before! : record;
    const done = await commandUndertaking(deps, { kind: 'patrol', id, command, ...ask });
    if (done.ok || done.error.code !== 'OUT_OF_TURN') return done;
    const now = await deps.store.loadUndertaking(record.id);
    if (now === undefined || !isHandedOver(patrolState.parse(now.state))) return done;
  }
  return err({ code: 'BUSY' });
}

function monthBefore(deps: Deps, { state }: UndertakingRecord): Promise<UndertakingRecord | undefined> {
  const { route, month } = patrolState.parse(state);
  return deps.store.loadUndertaking(patrolMonthId(deps, route.routeId, monthAfter(month, -1)));
}

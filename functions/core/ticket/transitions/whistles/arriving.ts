import type { Rules } from '../../../rules/rules.ts';
import { isPartOf, noUnit } from '../../../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../../../time.ts';
import type { CommandOf } from '../../command.ts';
import { type EventName, type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { aimOthers, inChargeOf, isExpected } from '../others.ts';
import { noSummons, openSummons, outOfTurn, tell } from './summons-of.ts';

export function acknowledgeSummons(
  t: Ticket,
  c: CommandOf<'acknowledgeSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status === SummonsStatus.routed) return notPassedOn;
  if (summons.status !== SummonsStatus.called) return { code: 'ALREADY_DONE', what: 'summonsAcknowledged' };
  step(t, summons, now, rules, out, SummonsStatus.acknowledged, 'summonsAcknowledged');
  return undefined;
}

/**
 * The summoned unit is on the spot (报到). Late when its limit has passed; exactly at the limit is in time. Who reports
 * from another area than the ticket's is not on the spot; coming after all takes back that it has no part in this.
 */
export function arrive(
  t: Ticket,
  c: CommandOf<'arrive'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status === SummonsStatus.routed) return notPassedOn;
  if (summons.status >= SummonsStatus.arrived) return { code: 'ALREADY_DONE', what: 'arrived' };
  const place = c.place ?? noUnit;
  if (!mayBeAt(place, t.place, rules)) {
    return { code: 'INVALID', field: 'place', reason: 'this is another area than the ticket’s' };
  }
  // While a ruling was awaited nobody watched the limit.
  if (now > summons.arriveBy) summons.late = true;
  summons.arrivedAt = now;
  summons.arrivedIn = place;
  step(t, summons, now, rules, out, SummonsStatus.arrived, 'arrived');
  return undefined;
}

/** Says that it is at work; a unit need not. */
export function startTask(
  t: Ticket,
  c: CommandOf<'startTask'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status < SummonsStatus.arrived) return arriveFirst;
  if (summons.status > SummonsStatus.arrived) return { code: 'ALREADY_DONE', what: 'taskStarted' };
  step(t, summons, now, rules, out, SummonsStatus.working, 'taskStarted');
  return undefined;
}

/** The unit's part on the spot is done; it stays until it is released (事不完、人不撤). */
export function finishTask(
  t: Ticket,
  c: CommandOf<'finishTask'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status < SummonsStatus.arrived) return arriveFirst;
  if (summons.status === SummonsStatus.done) return { code: 'ALREADY_DONE', what: 'taskDone' };
  step(t, summons, now, rules, out, SummonsStatus.done, 'taskDone');
  return undefined;
}

/**
 * Another unit comes in its place (替补), within the same limit; from then on that one is the summoned, and may say for
 * itself that it has no part in this.
 */
export function sendStandIn(
  t: Ticket,
  c: CommandOf<'sendStandIn'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status === SummonsStatus.routed) return notPassedOn;
  if (!isExpected(summons))
    return outOfTurn('a stand-in comes before the unit itself has arrived or declined');
  if (summons.late) return outOfTurn('its arrival limit has passed');
  const kind = rules.whistleKinds[summons.kind]!;
  const field = 'unitCode';
  if (!kind.summons.has(rules.units.kinds[c.unit]!)) {
    return { code: 'NOT_IN_REMIT', rule: `${kind.path}.summons`, field };
  }
  if (c.unit === summons.blower) return { code: 'INVALID', field, reason: 'a unit cannot summon itself' };
  if (openSummons(t, c.unit) !== undefined) {
    return { code: 'INVALID', field, reason: 'this unit is already called to this ticket' };
  }
  summons.standsFor = c.by;
  summons.unit = c.unit;
  summons.status = SummonsStatus.called;
  summons.contested = false;
  record(t, out, now, 'standInSent', c.by, `${kind.path}.summons`, c.unit);
  tell(t, out, now, 'notice', 'standInSent', c.unit, summons.blower);
  tell(t, out, now, 'view', 'standInSent', c.unit, c.by);
  return undefined;
}

/** Whether a report from `from` may be one from `place`: the same area, or one that holds the other. Unknown is neither. */
function mayBeAt(from: number, place: number, { units }: Rules): boolean {
  if (from < 0 || place === noUnit) return true;
  return isPartOf(units, from, place) || isPartOf(units, place, from);
}

function step(
  t: Ticket,
  summons: Summons,
  now: EpochMs,
  rules: Rules,
  out: Out,
  to: SummonsStatus,
  event: EventName,
): void {
  const { unit } = summons;
  const inCharge = inChargeOf(t, rules, summons);
  summons.status = to;
  if (to >= SummonsStatus.arrived) summons.dueBy = NEVER;
  aimOthers(t);
  record(t, out, now, event, unit, rules.whistleKinds[summons.kind]!.rule, unit);
  owe(t, out, now, 'notice', summons.blower, event);
  tell(t, out, now, 'view', event, unit, inCharge);
}

const arriveFirst = outOfTurn('arrive first');
export const notPassedOn = outOfTurn('the district has not passed it on yet');

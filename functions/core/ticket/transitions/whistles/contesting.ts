import type { Rules } from '../../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../../time.ts';
import type { CommandOf } from '../../command.ts';
import { type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { aimOthers, inChargeOf } from '../others.ts';
import { notPassedOn } from './arriving.ts';
import { call, endSummons, noSummons, openSummons, outOfTurn, tell } from './summons-of.ts';

/** The unit says, once, that it has no part in this. The call stands until the district has ruled. */
export function declineSummons(
  t: Ticket,
  c: CommandOf<'declineSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status === SummonsStatus.routed) return notPassedOn;
  if (summons.status >= SummonsStatus.arrived) return { code: 'ALREADY_DONE', what: 'arrived' };
  if (summons.contested) return { code: 'ALREADY_DONE', what: 'summonsDeclined' };
  summons.contested = true;
  summons.status = SummonsStatus.contested;
  summons.dueBy = now + rules.dispute.arbitrationMs;
  aimOthers(t);
  const judge = inChargeOf(t, rules, summons);
  record(t, out, now, 'summonsDeclined', c.by, 'dispute.arbitrationLimit', judge);
  tell(t, out, now, 'notice', 'summonsDeclined', summons.blower, judge);
  tell(t, out, now, 'view', 'summonsDeclined', c.by, judge);
  return undefined;
}

/** Rules on a summons that was declined: the unit is excused, or is called again with a fresh limit. */
export function ruleOnSummons(
  t: Ticket,
  c: CommandOf<'ruleOnSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  if (summons.status !== SummonsStatus.contested) return outOfTurn('it has not been declined');
  const judge = inChargeOf(t, rules, summons);
  if (c.by !== judge && c.by !== rules.units.city) {
    return { code: 'NOT_IN_REMIT', rule: 'dispute.arbiter', field: 'unitCode' };
  }
  if (c.excused) {
    endSummons(t, summons, now, rules, out, SummonsStatus.declined, 'summonsExcused', c.by);
    return undefined;
  }
  callAgain(summons, now, rules);
  aimOthers(t);
  record(t, out, now, 'summonsUpheld', c.by, 'dispute.arbiter', c.unit);
  tell(t, out, now, 'notice', 'summonsUpheld', c.unit, summons.blower);
  tell(t, out, now, 'view', 'summonsUpheld', c.unit, judge);
  return undefined;
}

/** A unit that was late when it declined stays late: arguing buys no time that is already lost. */
function callAgain(summons: Summons, now: EpochMs, rules: Rules): void {
  if (!summons.late) {
    call(summons, now, rules);
    return;
  }
  const { missedAfterMs } = rules.whistleKinds[summons.kind]!;
  summons.status = SummonsStatus.called;
  summons.dueBy = summons.missed ? NEVER : Math.max(now, summons.arriveBy + missedAfterMs);
}

/** A reminder (催办) to whoever has to act on a summons as it stands. */
export function urgeSummons(
  t: Ticket,
  c: CommandOf<'urgeSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  if (summons.status === SummonsStatus.done) return outOfTurn('its task is done');
  const urged = inChargeOf(t, rules, summons);
  record(t, out, now, 'summonsUrged', c.by, 'escalation.urge', urged);
  owe(t, out, now, 'notice', urged, 'summonsUrged');
  return undefined;
}

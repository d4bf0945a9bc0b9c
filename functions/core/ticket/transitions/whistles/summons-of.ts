import type { Rules } from '../../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../../time.ts';
import { resumeClock } from '../../clock.ts';
import { type EventName, type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { aimOthers, inChargeOf, isOut, isWaitedFor } from '../others.ts';

/** The summons of `unit` that has not ended; a unit has at most one. */
export function openSummons(t: Ticket, unit: number): Summons | undefined {
  for (const summons of t.summonses) if (summons.unit === unit && isOut(summons)) return summons;
  return undefined;
}

export const noSummons: Refusal = { code: 'NO_SUCH_SUMMONS' };
export const outOfTurn = (reason: string): Refusal => ({ code: 'OUT_OF_TURN', reason });

/** Owes two units the same; once, where they are one. */
export function tell(
  t: Ticket,
  out: Out,
  now: EpochMs,
  kind: 'notice' | 'view',
  event: EventName,
  unit: number,
  other: number,
): void {
  owe(t, out, now, kind, unit, event);
  if (other !== unit) owe(t, out, now, kind, other, event);
}

/** The call reaches the unit: its arrival limit starts. */
export function call(summons: Summons, now: EpochMs, rules: Rules): void {
  summons.status = SummonsStatus.called;
  summons.arriveBy = now + rules.whistleKinds[summons.kind]!.arriveWithinMs;
  summons.dueBy = summons.arriveBy;
}

/** Ends a summons: who waited for it goes on, everybody concerned is told, and the unit's ledger owes an entry. */
export function endSummons(
  t: Ticket,
  summons: Summons,
  now: EpochMs,
  rules: Rules,
  out: Out,
  to: SummonsStatus,
  event: EventName,
  by: number,
): void {
  const wasRouted = summons.status === SummonsStatus.routed;
  const inCharge = inChargeOf(t, rules, summons);
  // A call that never reached its unit is nothing it can be judged by.
  summons.status = wasRouted ? SummonsStatus.declined : to;
  summons.endedAt = now;
  summons.dueBy = NEVER;
  t.openSummonses -= 1;
  aimOthers(t);
  if (!isWaitedFor(t, rules)) resumeClock(t, rules, now);
  record(t, out, now, event, by, `${rules.whistleKinds[summons.kind]!.path}.release`, summons.unit);
  // One that was never passed on never reached the unit.
  const concerned = wasRouted ? inCharge : summons.unit;
  if (by === summons.blower) owe(t, out, now, 'notice', concerned, event);
  else tell(t, out, now, 'notice', event, concerned, summons.blower);
  tell(t, out, now, 'view', event, concerned, inCharge);
  if (!wasRouted) owe(t, out, now, 'ledger', summons.unit, event, t.summonses.indexOf(summons));
}

import { pushedDown } from '../../rules/duty-table.ts';
import type { Rules } from '../../rules/rules.ts';
import { unitOver } from '../../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import { pauseClock } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { moveTo } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';
import { dispatch } from './dispatching.ts';
import { superviseBy } from './supervise-by.ts';

/** Who decides a dispute (裁定): the lead's district, or the city. A district's own dispute goes to the city. */
export function arbiterOf(t: Ticket, rules: Rules): number {
  const { units, dispute } = rules;
  return dispute.arbiter === 'city' ? units.city : unitOver(units, t.lead);
}

/** The lead says "not mine" (派单异议), in time and not too often. It stays lead until the arbitration (首接负责). */
export function dispute(
  t: Ticket,
  c: CommandOf<'dispute'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const { timesMax, windowMs, arbitrationMs, handlingClock } = rules.dispute;
  if (t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  if (t.disputes >= timesMax) return { code: 'LIMIT_REACHED', rule: 'dispute.timesMax', limit: timesMax };
  if (now > t.dispatchedAt + windowMs)
    return { code: 'LIMIT_REACHED', rule: 'dispute.window', limit: windowMs };
  t.disputes += 1;
  t.signBy = NEVER;
  t.contactBy = NEVER;
  t.arbitrateBy = now + arbitrationMs;
  t.arbitrationLate = false;
  if (handlingClock === 'pauses') pauseClock(t, rules, now);
  record(t, out, now, 'disputed', c.by, 'dispute.window', t.lead);
  moveTo(t, out, now, Status.disputed, 'disputed');
  owe(t, out, now, 'notice', arbiterOf(t, rules), 'disputed');
  return undefined;
}

/**
 * The arbiter names the lead: the same unit again (首接负责), or another, which counts as a transfer and must not go
 * against the duty list.
 */
export function arbitrate(
  t: Ticket,
  c: CommandOf<'arbitrate'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const against = c.lead === t.lead ? undefined : pushedDown(rules, 'arbitrate', t.item, c.lead, now);
  if (against !== undefined) return { code: 'NOT_IN_REMIT', field: 'lead', ...against };
  t.arbitrateBy = NEVER;
  record(t, out, now, 'arbitrated', c.by, 'dispute.arbiter', c.lead);
  if (c.lead !== t.lead) {
    t.transfers += 1;
    owe(t, out, now, 'notice', t.lead, 'arbitrated');
  }
  dispatch(t, c.lead, now, rules, out, c.by, 'dispute.arbiter');
  if (t.transfers >= rules.superviseAfterTransfers) {
    superviseBy(t, rules.units.city, now, out, c.by, 'escalation.superviseAfterTransfers');
  }
  return undefined;
}

import type { Rules } from '../rules/rules.ts';
import { noUnit } from '../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../time.ts';
import { Actor } from './actor.ts';
import { stopClock } from './clock.ts';
import type { Outcome } from './kinds.ts';
import { type EventName, type Out, owe, record } from './out.ts';
import type { Status } from './status.ts';
import { SummonsStatus, type Ticket } from './ticket.ts';

/** Withdraws every promise but the helpers' own. */
export function clearPromises(t: Ticket): void {
  t.dispatchBy = NEVER;
  t.signBy = NEVER;
  t.contactBy = NEVER;
  t.rungAt = NEVER;
  t.arbitrateBy = NEVER;
  t.callbackAt = NEVER;
  t.reviewAt = NEVER;
  t.elderCheckAt = NEVER;
}

/** Sets the next look at a ticket that may be forgotten, `afterMs` from `now`. */
export function reviewIn(t: Ticket, afterMs: number, now: EpochMs): void {
  t.reviews = 0;
  t.reviewAt = now + afterMs;
}

/**
 * Ends a ticket: the clock stops, every promise is withdrawn, open summonses and helpers are let go, the platform is
 * told, and a ticket that had a lead owes its ledger entry.
 */
export function end(
  t: Ticket,
  rules: Rules,
  out: Out,
  now: EpochMs,
  status: Status,
  outcome: Outcome,
  event: EventName,
  by: number,
  rule: string,
): void {
  stopClock(t, rules, now);
  clearPromises(t);
  letGo(t, out, now);
  t.status = status;
  t.outcome = outcome;
  t.closedAt = now;
  record(t, out, now, event, by, rule, t.lead);
  owe(t, out, now, 'status', Actor.hotline, event);
  if (t.lead !== noUnit) owe(t, out, now, 'ledger', t.lead, event);
}

function letGo(t: Ticket, out: Out, now: EpochMs): void {
  for (const summons of t.summonses) {
    if (summons.status < SummonsStatus.released) {
      summons.status = SummonsStatus.released;
      summons.endedAt = now;
    }
    owe(t, out, now, 'view', summons.unit, 'closed');
  }
  for (const helper of t.helpers) owe(t, out, now, 'view', helper.unit, 'closed');
  t.openSummonses = 0;
  t.otherAt = NEVER;
}

/** Moves to `status` and tells the platform. */
export function moveTo(t: Ticket, out: Out, now: EpochMs, status: Status, event: EventName): void {
  t.status = status;
  owe(t, out, now, 'status', Actor.hotline, event);
}

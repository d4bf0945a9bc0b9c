import type { Rules } from '../rules/rules.ts';
import { noUnit } from '../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../time.ts';
import { Actor } from './actor.ts';
import { endClock } from './clock.ts';
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
  endClock(t, rules, now);
  clearPromises(t);
  t.otherAt = NEVER;
  t.status = status;
  t.outcome = outcome;
  t.closedAt = now;
  record(t, out, now, event, by, rule, t.lead);
  owe(t, out, now, 'status', Actor.hotline, event);
  letGo(t, out, now, event);
  if (t.lead !== noUnit) owe(t, out, now, 'ledger', t.lead, event);
}

/** Tells whoever was still at work on it, and takes the ticket off every worklist it stood on. */
function letGo(t: Ticket, out: Out, now: EpochMs, event: EventName): void {
  const isAnybodyOut = t.openSummonses > 0;
  if (isAnybodyOut) releaseAll(t, out, now, event);
  for (const { unit, doneAt } of t.helpers) {
    if (doneAt !== NEVER) continue;
    const isTold =
      isAnybodyOut && t.summonses.some((called) => called.unit === unit && called.endedAt === now);
    if (!isTold) leave(t, out, now, event, unit);
  }
}

function releaseAll(t: Ticket, out: Out, now: EpochMs, event: EventName): void {
  for (const summons of t.summonses) {
    if (summons.status >= SummonsStatus.released) continue;
    summons.status = SummonsStatus.released;
    summons.endedAt = now;
    leave(t, out, now, event, summons.unit);
  }
  t.openSummonses = 0;
}

function leave(t: Ticket, out: Out, now: EpochMs, event: EventName, unit: number): void {
  // A lead that was summoned to its own ticket is told as the lead.
  if (unit !== t.lead) owe(t, out, now, 'notice', unit, event);
  owe(t, out, now, 'view', unit, event);
}

/** Moves to `status` and tells the platform. */
export function moveTo(t: Ticket, out: Out, now: EpochMs, status: Status, event: EventName): void {
  t.status = status;
  owe(t, out, now, 'status', Actor.hotline, event);
}

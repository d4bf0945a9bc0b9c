import type { Rules } from '../rules/rules.ts';
import { noUnit } from '../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../time.ts';
import { Actor } from './actor.ts';
import { endClock } from './clock.ts';
import { helperDoneAt, helperUnit } from './helpers.ts';
import type { Outcome } from './kinds.ts';
import { type EventName, type Out, owe, record } from './out.ts';
import type { Status } from './status.ts';
import { SummonsStatus, type Ticket } from './ticket.ts';
import { inChargeOf, isOut } from './transitions/others.ts';

/** Withdraws every promise but the helpers' own and the count of what is open and overdue. */
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
  t.countAt = NEVER;
  t.otherAt = NEVER;
  t.status = status;
  t.outcome = outcome;
  t.closedAt = now;
  record(t, out, now, event, by, rule, t.lead);
  owe(t, out, now, 'status', Actor.hotline, event);
  letGo(t, rules, out, now, event);
  if (t.lead !== noUnit) owe(t, out, now, 'ledger', t.lead, event);
}

/** Tells whoever was still at work on it, and takes the ticket off every worklist it stood on. */
function letGo(t: Ticket, rules: Rules, out: Out, now: EpochMs, event: EventName): void {
  if (t.openSummonses === 0 && t.helpersCount === 0) return;
  const told = t.openSummonses === 0 ? nobody : releaseAll(t, rules, out, now, event);
  for (let i = 0; i < t.helpersCount; i += 1) {
    if (helperDoneAt(t, i) !== NEVER) continue;
    const unit = helperUnit(t, i);
    if (!told.includes(unit)) leave(t, out, now, event, unit);
  }
}

const nobody: readonly number[] = [];

/** Lets every summoned unit go; one that had come, or should have, keeps it in its ledger. Returns who was told. */
function releaseAll(t: Ticket, rules: Rules, out: Out, now: EpochMs, event: EventName): number[] {
  const told: number[] = [];
  t.summonses.forEach((summons, about) => {
    if (!isOut(summons)) return;
    const wasRouted = summons.status === SummonsStatus.routed;
    const inCharge = inChargeOf(t, rules, summons);
    // One that was never passed on never reached the unit.
    for (const unit of wasRouted ? [inCharge] : [summons.unit, inCharge]) {
      if (told.includes(unit)) continue;
      told.push(unit);
      leave(t, out, now, event, unit);
    }
    summons.status = wasRouted ? SummonsStatus.declined : SummonsStatus.released;
    summons.endedAt = now;
    summons.dueBy = NEVER;
    if (!wasRouted) owe(t, out, now, 'ledger', summons.unit, event, about);
  });
  t.openSummonses = 0;
  return told;
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

import { monthEndOf } from '../calendar/month-end.ts';
import type { Rules } from '../rules/rules.ts';
import { noUnit, unitOver } from '../rules/unit-table.ts';
import type { EpochMs } from '../time.ts';
import { Actor } from './actor.ts';
import { aimRung, passDeadline } from './clock.ts';
import { helperDueAt, helperUnit, isHelperOwing, markHelperLate } from './helpers.ts';
import { Outcome } from './kinds.ts';
import { type Out, owe, record } from './out.ts';
import { end } from './settle.ts';
import { Status } from './status.ts';
import type { Ticket } from './ticket.ts';
import { arbiterOf } from './transitions/disputing.ts';
import { aimOthers } from './transitions/others.ts';
import { keepSummons } from './transitions/whistles/keep-summons.ts';

/**
 * Does what the ticket promised for `at`, its `nextAt`, and moves that promise on. When several fall on one instant
 * they go in the order below, one a call. `elderCheckAt` is the host's: see {@link decide}.
 */
export function keepPromise(t: Ticket, at: EpochMs, rules: Rules, out: Out): void {
  if (t.rungAt === at) climb(t, at, rules, out);
  else if (t.dispatchBy === at && !t.dispatchLate) {
    t.dispatchLate = true;
    record(t, out, at, 'dispatchOverdue', Actor.clock, 'dispatch.limits', noUnit);
    owe(t, out, at, 'status', Actor.hotline, 'dispatchOverdue');
    const { units } = rules;
    owe(t, out, at, 'notice', t.place === noUnit ? units.city : units.district[t.place]!, 'dispatchOverdue');
  } else if (t.signBy === at && !t.signLate) {
    t.signLate = true;
    missed(t, at, rules, out, 'signOverdue', 'handling.signLimit');
  } else if (t.contactBy === at && !t.contactLate) {
    t.contactLate = true;
    missed(t, at, rules, out, 'contactOverdue', 'handling.contactLimit');
  } else if (t.arbitrateBy === at && !t.arbitrationLate) {
    t.arbitrationLate = true;
    const arbiter = arbiterOf(t, rules);
    const { city } = rules.units;
    record(t, out, at, 'arbitrationOverdue', Actor.clock, 'dispute.arbitrationLimit', arbiter);
    owe(t, out, at, 'notice', arbiter, 'arbitrationOverdue');
    if (arbiter !== city) owe(t, out, at, 'notice', city, 'arbitrationOverdue');
  } else if (t.otherAt === at) keepOthers(t, at, rules, out);
  else if (t.callbackAt === at) askForCallback(t, at, rules, out);
  else if (t.reviewAt === at) review(t, at, rules, out);
  else countOverdue(t, at, rules, out);
}

function missed(
  t: Ticket,
  at: EpochMs,
  rules: Rules,
  out: Out,
  event: 'signOverdue' | 'contactOverdue',
  rule: string,
): void {
  record(t, out, at, event, Actor.clock, rule, t.lead);
  const over = unitOver(rules.units, t.lead);
  owe(t, out, at, 'notice', t.lead, event);
  if (over !== t.lead) owe(t, out, at, 'notice', over, event);
}

function climb(t: Ticket, at: EpochMs, rules: Rules, out: Out): void {
  const { ladder, units } = rules;
  const rung = t.rung;
  const target = ladder.targets[rung]!;
  const to = target === 'lead' ? t.lead : target === 'city' ? units.city : unitOver(units, t.lead);
  if (rung === ladder.deadline) passDeadline(t, rules, at);
  record(t, out, at, 'rungClimbed', Actor.clock, ladder.rules[rung]!, to);
  if (rung === ladder.deadline) owe(t, out, at, 'status', Actor.hotline, 'rungClimbed');
  owe(t, out, at, 'notice', to, 'rungClimbed');
  t.rung = rung + 1;
  aimRung(t, rules, at);
}

function keepOthers(t: Ticket, at: EpochMs, rules: Rules, out: Out): void {
  for (let i = 0; i < t.helpersCount; i += 1) {
    if (helperDueAt(t, i) !== at || !isHelperOwing(t, i)) continue;
    const unit = helperUnit(t, i);
    markHelperLate(t, i);
    record(t, out, at, 'helperOverdue', Actor.clock, 'handling.helperShare', unit);
    owe(t, out, at, 'notice', unit, 'helperOverdue');
    owe(t, out, at, 'notice', t.lead, 'helperOverdue');
  }
  for (const summons of t.summonses) if (summons.dueBy === at) keepSummons(t, summons, at, rules, out);
  aimOthers(t);
}

/** The rule that asks for the callback, by when the pack lets it: a text put together for each costs more than the rest. */
const callbackRules = { atAnswer: 'callback.atAnswer', atDeadline: 'callback.atDeadline' } as const;

function askForCallback(t: Ticket, at: EpochMs, rules: Rules, out: Out): void {
  if (t.callbackAsked) {
    record(t, out, at, 'callbackMissed', Actor.clock, 'callback.window', t.lead);
    end(t, rules, out, at, Status.closed, Outcome.notCalled, 'closed', Actor.clock, 'callback.window');
    return;
  }
  t.callbackAsked = true;
  t.callbackAt = at + rules.callback.windowMs;
  record(t, out, at, 'callbackDue', Actor.clock, callbackRules[rules.callback.trigger], t.lead);
  owe(t, out, at, 'callback', Actor.hotline, 'callbackDue');
}

/** Looks after what may be forgotten. Each look is twice as far away as the last, so history stays short. */
function review(t: Ticket, at: EpochMs, rules: Rules, out: Out): void {
  t.reviews += 1;
  t.reviewAt = at + rules.reviewMs * 2 ** t.reviews;
  record(t, out, at, 'reviewed', Actor.clock, 'escalation.reviewEvery', t.lead);
  if (t.lead === noUnit) owe(t, out, at, 'status', Actor.hotline, 'reviewed');
  else owe(t, out, at, 'notice', t.lead, 'reviewed');
}

/** Open and past its deadline as the month ends: late in that month's on-time share. The next month counts it again. */
function countOverdue(t: Ticket, at: EpochMs, rules: Rules, out: Out): void {
  t.countAt = monthEndOf(at + 1, rules.utcOffsetMs);
  record(t, out, at, 'countedOverdue', Actor.clock, 'score.onTime', t.lead);
  owe(t, out, at, 'ledger', t.lead, 'countedOverdue');
}

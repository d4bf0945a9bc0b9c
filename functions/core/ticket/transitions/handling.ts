import type { Rules } from '../../rules/rules.ts';
import { unitOver } from '../../rules/unit-table.ts';
import { dayMs, type EpochMs, NEVER } from '../../time.ts';
import { Actor } from '../actor.ts';
import { endClock, pauseClock, resumeClock } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import { hasCitizen, Outcome, requestKinds } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { clearPromises, end, moveTo, reviewIn } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';

/** First word to the citizen (联系). */
export function contact(t: Ticket, c: CommandOf<'contact'>, now: EpochMs, _rules: Rules, out: Out) {
  markContacted(t, now);
  record(t, out, now, 'contacted', c.by, 'handling.contactLimit', t.lead);
  moveTo(t, out, now, Status.handling, 'contacted');
  return undefined;
}

/**
 * The lead says the matter is done (答复); the hotline will ask the citizen, and a matter without one ends here. Nobody
 * summoned may still be out.
 */
export function answer(
  t: Ticket,
  c: CommandOf<'answer'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  markAnswered(t, now, rules);
  const { rule } = rules.tiers[t.tier]!;
  record(t, out, now, 'answered', c.by, rule, t.lead);
  if (hasCitizen(t.kind)) moveTo(t, out, now, Status.answered, 'answered');
  else end(t, rules, out, now, Status.closed, Outcome.done, 'closed', c.by, rule);
  return undefined;
}

/** Stops the clock and promises the callback (回访). An answer is a first word if none came before. */
export function markAnswered(t: Ticket, now: EpochMs, rules: Rules): void {
  const { trigger, delayMs } = rules.callback;
  const deadline = t.dueAt;
  endClock(t, rules, now);
  clearPromises(t);
  markContacted(t, now);
  t.answeredAt = now;
  t.callbackAsked = false;
  const waitsForDeadline = trigger === 'atDeadline' && deadline !== NEVER && deadline > now;
  t.callbackAt = (waitsForDeadline ? deadline : now) + delayMs;
}

/**
 * A matter settled while the citizen is on the line (当场答复), so without a callback: by the hotline, or by the lead of a
 * consult. A report (举报) is always looked into.
 */
export function answerOnTheSpot(
  t: Ticket,
  c: CommandOf<'answerOnTheSpot'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const kind = requestKinds[t.kind]!;
  if (kind === 'report' || (kind !== 'consult' && c.by !== Actor.hotline)) {
    return { code: 'NOT_IN_REMIT', rule: 'intake.onTheSpot' };
  }
  if (t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  markContacted(t, now);
  t.answeredAt = now;
  end(t, rules, out, now, Status.closed, Outcome.onTheSpot, 'closed', c.by, 'intake.onTheSpot');
  return undefined;
}

/**
 * No published rule says how long a ticket may wait. A year outlasts a heating season or a budget's turn; one that waits
 * longer is reviewed and suspended again, so that no slip of a digit takes a ticket out of sight for good.
 */
export const suspensionDaysMax = 366;

/**
 * The matter waits for what the lead cannot speed up (挂账): the clock pauses, a review date stands. Without `c.reviewAt` it
 * is the pack's; one that is named lies at most {@link suspensionDaysMax} days ahead.
 */
export function suspend(
  t: Ticket,
  c: CommandOf<'suspend'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  if (c.reviewAt <= now) return invalid('reviewAt', 'must lie in the future');
  if (c.reviewAt !== NEVER && c.reviewAt > now + suspensionDaysMax * dayMs) {
    return invalid('reviewAt', `must lie at most ${suspensionDaysMax} days ahead`);
  }
  t.resumeStatus = t.status;
  pauseClock(t, rules, now);
  reviewIn(t, rules.handling.suspendedReviewMs, now);
  if (c.reviewAt !== NEVER) t.reviewAt = c.reviewAt;
  t.contactBy = NEVER;
  record(t, out, now, 'suspended', c.by, 'handling.suspendedReview', t.lead);
  moveTo(t, out, now, Status.suspended, 'suspended');
  owe(t, out, now, 'notice', t.lead, 'suspended');
  return undefined;
}

/** The wait is over: the clock goes on with what was left. */
export function resume(t: Ticket, c: CommandOf<'resume'>, now: EpochMs, rules: Rules, out: Out): undefined {
  goOn(t, now, rules);
  record(t, out, now, 'resumed', c.by, 'handling.suspendedReview', t.lead);
  moveTo(t, out, now, t.resumeStatus, 'resumed');
  owe(t, out, now, 'notice', t.lead, 'resumed');
}

/** Takes up where a suspension or a merger interrupted: clock, review and the unit's own limits. */
export function goOn(t: Ticket, now: EpochMs, rules: Rules): void {
  resumeClock(t, rules, now);
  reviewIn(t, rules.reviewMs, now);
  if (t.resumeStatus === Status.dispatched && !t.signLate) t.signBy = now + rules.handling.signMs;
  if (t.contactedAt === NEVER && !t.contactLate && hasCitizen(t.kind))
    t.contactBy = now + rules.handling.contactMs;
}

/** The lead asks for more time (延期), at most once undecided and not after the deadline. */
export function askExtension(
  t: Ticket,
  c: CommandOf<'askExtension'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const { extensionsMax, extensionShareMax } = rules.handling;
  if (t.limitMs === Number.POSITIVE_INFINITY) return invalid('byMs', 'the ticket has no deadline to extend');
  if (t.overdueAt !== NEVER) return { code: 'LIMIT_REACHED', rule: 'handling.extension', limit: 0 };
  if (t.extensionAskedMs > 0) return { code: 'ALREADY_DONE', what: 'an extension is asked and undecided' };
  if (t.extensions >= extensionsMax) return limit('handling.extension.timesMax', extensionsMax);
  const most = rules.tiers[t.tier]!.limitMs * extensionShareMax;
  if (!(c.byMs > 0)) return invalid('byMs', 'must be longer than nothing');
  if (c.byMs > most) return limit('handling.extension.shareMax', most);
  t.extensionAskedMs = c.byMs;
  record(t, out, now, 'extensionAsked', c.by, 'handling.extension', t.lead);
  owe(t, out, now, 'notice', unitOver(rules.units, t.lead), 'extensionAsked');
  return undefined;
}

export function markContacted(t: Ticket, now: EpochMs): void {
  t.contactBy = NEVER;
  if (t.contactedAt === NEVER) t.contactedAt = now;
}

const invalid = (field: string, reason: string): Refusal => ({ code: 'INVALID', field, reason });
const limit = (rule: string, most: number): Refusal => ({ code: 'LIMIT_REACHED', rule, limit: most });

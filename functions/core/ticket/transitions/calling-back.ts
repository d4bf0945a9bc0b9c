import type { Rules } from '../../rules/rules.ts';
import { unitOver } from '../../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import { startClock } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import { Answer, Outcome } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import { end, moveTo, reviewIn } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';
import { superviseBy } from './supervise-by.ts';

/**
 * What the citizen said (回访). Resolved closes; not resolved goes back to the lead while the pack allows, then stands
 * under supervision; not reached is tried again, then closes as unreachable.
 */
export function recordCallback(
  t: Ticket,
  c: CommandOf<'recordCallback'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
) {
  t.callbackAttempts += 1;
  record(t, out, now, 'calledBack', c.by, 'callback.grades', t.lead);
  if (!c.reached) {
    notReached(t, now, rules, out, c.by);
    return undefined;
  }
  t.responded = c.responded;
  t.resolved = c.resolved;
  t.satisfied = c.satisfied;
  if (c.resolved !== Answer.no) {
    end(t, rules, out, now, Status.closed, Outcome.resolved, 'closed', c.by, 'callback.grades');
  } else if (t.reopens < rules.reopen.timesMax) {
    sendBack(t, now, rules, out, c.by);
  } else {
    t.callbackAt = NEVER;
    reviewIn(t, rules.reviewMs, now);
    moveTo(t, out, now, Status.calledBack, 'calledBack');
    superviseBy(t, unitOver(rules.units, t.lead), now, out, c.by, 'reopen.timesMax');
  }
  return undefined;
}

/** Back to the lead (重办) with a clock of its own; the unit that answered stays responsible. */
export function sendBack(t: Ticket, now: EpochMs, rules: Rules, out: Out, by: number): void {
  t.reopens += 1;
  if (t.overdueAt !== NEVER) t.wasLate = true;
  t.callbackAt = NEVER;
  t.callbackAttempts = 0;
  t.answeredAt = NEVER;
  t.responded = Answer.unknown;
  t.resolved = Answer.unknown;
  t.satisfied = Answer.unknown;
  // A ticket answered by its elder may come back without ever having been signed.
  if (t.signedAt === NEVER) t.signedAt = now;
  t.extensionAskedMs = 0;
  const limitMs = rules.tiers[t.tier]!.limitMs * rules.reopen.limitShare;
  startClock(t, rules, now, Math.round(limitMs), now);
  reviewIn(t, rules.reviewMs, now);
  record(t, out, now, 'reopened', by, 'reopen.limitShare', t.lead);
  moveTo(t, out, now, Status.handling, 'reopened');
  owe(t, out, now, 'notice', t.lead, 'reopened');
  if (t.reopens >= rules.superviseAfterReopens) {
    superviseBy(t, unitOver(rules.units, t.lead), now, out, by, 'escalation.superviseAfterReopens');
  }
}

function notReached(t: Ticket, now: EpochMs, rules: Rules, out: Out, by: number): void {
  if (t.callbackAttempts >= rules.callback.attemptsMax) {
    end(t, rules, out, now, Status.closed, Outcome.unreachable, 'closed', by, 'callback.attemptsMax');
    return;
  }
  t.callbackAsked = false;
  t.callbackAt = now + rules.callback.retryMs;
}

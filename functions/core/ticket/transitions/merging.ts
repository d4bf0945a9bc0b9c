import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { CommandOf } from '../command.ts';
import { hasCitizen, Outcome } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { end, moveTo } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';
import { goOn, markAnswered } from './handling.ts';

/**
 * Joins an elder ticket of the same cause (并单). It keeps its own deadline, callback and ledger entry, so that nobody gains
 * time by merging, and watches the elder.
 */
export function merge(
  t: Ticket,
  c: CommandOf<'merge'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  t.resumeStatus = t.status;
  t.signBy = NEVER;
  t.contactBy = NEVER;
  t.elderCheckAt = now + rules.elderCheckMs;
  record(t, out, now, 'merged', c.by, 'intake.elderCheck', t.lead);
  moveTo(t, out, now, Status.merged, 'merged');
  owe(t, out, now, 'notice', t.lead, 'merged');
  return undefined;
}

/** What the elder has come to: answered, this one is called back too; ended otherwise, this one goes on by itself. */
export function elderSeen(t: Ticket, c: CommandOf<'elderSeen'>, now: EpochMs, rules: Rules, out: Out) {
  t.elderCheckAt = NEVER;
  if (c.elder === 'open') {
    t.elderCheckAt = now + rules.elderCheckMs;
  } else if (c.elder === 'answered') {
    markAnswered(t, now, rules);
    record(t, out, now, 'elderAnswered', c.by, 'intake.elderCheck', t.lead);
    if (hasCitizen(t.kind)) moveTo(t, out, now, Status.answered, 'elderAnswered');
    else end(t, rules, out, now, Status.closed, Outcome.done, 'closed', c.by, 'intake.elderCheck');
  } else {
    goOn(t, now, rules);
    record(t, out, now, 'elderEnded', c.by, 'intake.elderCheck', t.lead);
    moveTo(t, out, now, t.resumeStatus, 'elderEnded');
    owe(t, out, now, 'notice', t.lead, 'elderEnded');
  }
  return undefined;
}

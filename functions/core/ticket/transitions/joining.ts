import { pushedDown } from '../../rules/duty-table.ts';
import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import { type CommandOf, keep } from '../command.ts';
import { hasCitizen } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { moveTo } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';
import { dispatch, sign } from './dispatching.ts';
import { markContacted } from './handling.ts';

/**
 * Joins a matter (并案): the matter's lead takes this ticket with all the others, by the word of whoever is over it. As in an
 * arbitration the first receiver (首接负责) hands over only by name and rule; it is no transfer, since nobody passed it on. Its
 * clock goes on with what is left.
 */
export function joinMatter(
  t: Ticket,
  c: CommandOf<'joinMatter'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const isHandedOver = c.lead !== t.lead;
  if (isHandedOver && t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  const against = isHandedOver ? pushedDown(rules, 'arbitrate', t.item, c.lead, now) : undefined;
  if (against !== undefined) return { code: 'NOT_IN_REMIT', field: 'lead', ...against };
  record(t, out, now, 'joinedMatter', c.by, matterRule, c.lead);
  if (isHandedOver) owe(t, out, now, 'notice', t.lead, 'joinedMatter');
  if (isHandedOver || t.status === Status.disputed) {
    t.arbitrateBy = NEVER;
    dispatch(t, c.lead, now, rules, out, c.by, matterRule);
  }
  if (t.status === Status.dispatched) sign(t, { type: 'sign', by: c.by }, now, rules, out);
  return undefined;
}

/** Leaves its matter: it goes on by itself, with the lead it has or with the one that is named. */
export function leaveMatter(
  t: Ticket,
  c: CommandOf<'leaveMatter'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const isHandedOver = c.lead !== keep && c.lead !== t.lead && t.answeredAt === NEVER;
  if (isHandedOver && t.openSummonses > 0) return { code: 'SUMMONS_OPEN', open: t.openSummonses };
  const against = isHandedOver ? pushedDown(rules, 'arbitrate', t.item, c.lead, now) : undefined;
  if (against !== undefined) return { code: 'NOT_IN_REMIT', field: 'lead', ...against };
  record(t, out, now, 'leftMatter', c.by, matterRule, t.lead);
  if (isHandedOver) {
    owe(t, out, now, 'notice', t.lead, 'leftMatter');
    dispatch(t, c.lead, now, rules, out, c.by, matterRule);
  }
  return undefined;
}

/** The lead tells the citizen how it stands (告知进展): the platform passes it on. It is a first word, if none came before. */
export function tellProgress(
  t: Ticket,
  c: CommandOf<'tellProgress'>,
  now: EpochMs,
  _rules: Rules,
  out: Out,
): Refusal | undefined {
  if (!hasCitizen(t.kind)) return { code: 'OUT_OF_TURN', reason: 'there is no citizen to tell' };
  if (t.status === Status.signed) {
    markContacted(t, now);
    t.status = Status.handling;
  }
  record(t, out, now, 'progressTold', c.by, 'handling.contactLimit', t.lead);
  moveTo(t, out, now, t.status, 'progressTold');
  return undefined;
}

const matterRule = 'early.matter';

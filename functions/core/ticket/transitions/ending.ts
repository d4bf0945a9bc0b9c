import type { Rules } from '../../rules/rules.ts';
import { noUnit } from '../../rules/unit-table.ts';
import type { EpochMs } from '../../time.ts';
import type { CommandOf } from '../command.ts';
import { Outcome } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import { end } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';

/** The citizen takes the request back. */
export function withdraw(t: Ticket, c: CommandOf<'withdraw'>, now: EpochMs, rules: Rules, out: Out) {
  end(t, rules, out, now, Status.withdrawn, Outcome.withdrawn, 'withdrawn', c.by, 'intake.withdraw');
  tellLead(t, now, out, 'withdrawn');
  return undefined;
}

/** Not for the hotline (不予受理): courts, appeals, petitions already running; the citizen is told where to go. */
export function refuseAsOutOfRemit(
  t: Ticket,
  c: CommandOf<'refuseAsOutOfRemit'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
) {
  end(t, rules, out, now, Status.outOfRemit, Outcome.outOfRemit, 'refusedAsOutOfRemit', c.by, 'intake.remit');
  tellLead(t, now, out, 'refusedAsOutOfRemit');
  return undefined;
}

/** More from the citizen (补充); the text itself is a note beside the ticket. */
export function supplement(t: Ticket, c: CommandOf<'supplement'>, now: EpochMs, _rules: Rules, out: Out) {
  record(t, out, now, 'supplemented', c.by, 'intake.supplement', t.lead);
  if (t.lead !== noUnit) owe(t, out, now, 'notice', t.lead, 'supplemented');
  return undefined;
}

/** A remark of the people at work; the text itself is a note beside the ticket. */
export function note(t: Ticket, c: CommandOf<'note'>, now: EpochMs, _rules: Rules, out: Out) {
  record(t, out, now, 'noted', c.by, 'notes', t.lead);
  return undefined;
}

function tellLead(t: Ticket, now: EpochMs, out: Out, event: 'withdrawn' | 'refusedAsOutOfRemit'): void {
  if (t.lead !== noUnit) owe(t, out, now, 'notice', t.lead, event);
}

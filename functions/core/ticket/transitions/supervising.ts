import type { Rules } from '../../rules/rules.ts';
import { noUnit } from '../../rules/unit-table.ts';
import type { EpochMs } from '../../time.ts';
import { Actor } from '../actor.ts';
import { retargetClock } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import { Outcome } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { end } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';
import { sendBack } from './calling-back.ts';
import { superviseBy } from './supervise-by.ts';

/**
 * A unit with that right watches and presses (督办). A subdistrict does so beside whoever is above the lead: it takes
 * nobody's place, and what a callback found unresolved is not its to decide.
 */
export function supervise(
  t: Ticket,
  c: CommandOf<'supervise'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (t.supervisor !== noUnit && rules.units.kinds[c.by] === 'subdistrict' && t.supervisor !== c.by) {
    return { code: 'ALREADY_DONE', what: 'another unit already supervises' };
  }
  if (t.supervisor === c.by) return { code: 'ALREADY_DONE', what: 'this unit already supervises' };
  superviseBy(t, c.by, now, out, c.by, 'escalation.supervise');
  return undefined;
}

/** A reminder (催办) to whoever leads; before dispatch, to the hotline. */
export function urge(t: Ticket, c: CommandOf<'urge'>, now: EpochMs, _rules: Rules, out: Out) {
  record(t, out, now, 'urged', c.by, 'escalation.urge', t.lead);
  if (t.lead === noUnit) owe(t, out, now, 'status', Actor.hotline, 'urged');
  else owe(t, out, now, 'notice', t.lead, 'urged');
  return undefined;
}

/** The extension asked for is granted: the deadline moves, also when it has passed meanwhile. */
export function grantExtension(
  t: Ticket,
  c: CommandOf<'grantExtension'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (t.extensionAskedMs === 0) return nothingAsked;
  retargetClock(t, rules, t.tier, t.limitMs + t.extensionAskedMs, now);
  t.extensions += 1;
  t.extensionAskedMs = 0;
  record(t, out, now, 'extensionGranted', c.by, 'handling.extension', t.lead);
  owe(t, out, now, 'notice', t.lead, 'extensionGranted');
  owe(t, out, now, 'status', Actor.hotline, 'extensionGranted');
  return undefined;
}

export function refuseExtension(
  t: Ticket,
  c: CommandOf<'refuseExtension'>,
  now: EpochMs,
  _rules: Rules,
  out: Out,
): Refusal | undefined {
  if (t.extensionAskedMs === 0) return nothingAsked;
  t.extensionAskedMs = 0;
  record(t, out, now, 'extensionRefused', c.by, 'handling.extension', t.lead);
  owe(t, out, now, 'notice', t.lead, 'extensionRefused');
  return undefined;
}

/** A supervisor sends an answered or failed ticket back to its lead, beyond what the pack reopens by itself. */
export function reopen(t: Ticket, c: CommandOf<'reopen'>, now: EpochMs, rules: Rules, out: Out) {
  sendBack(t, now, rules, out, c.by);
  return undefined;
}

/** A supervisor ends a ticket that the callback found unresolved and that will not be worked on again. */
export function close(t: Ticket, c: CommandOf<'close'>, now: EpochMs, rules: Rules, out: Out) {
  end(t, rules, out, now, Status.closed, Outcome.unresolved, 'closed', c.by, 'reopen.timesMax');
  return undefined;
}

const nothingAsked: Refusal = { code: 'OUT_OF_TURN', reason: 'no extension is asked for' };

import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { CommandOf } from '../command.ts';
import { callHelper, dropHelper, helperDoneAt, helperOf, helperUnit, markHelperDone } from '../helpers.ts';
import { helpersMax } from '../limits.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { aimOthers } from './others.ts';

/** A unit must cooperate (协办). */
export function addHelper(
  t: Ticket,
  c: CommandOf<'addHelper'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (c.unit === t.lead) return { code: 'INVALID', field: 'unitCode', reason: 'the lead cannot help itself' };
  if (helperOf(t, c.unit) >= 0) return { code: 'ALREADY_DONE', what: 'this unit already helps' };
  if (t.helpersCount >= helpersMax) return { code: 'CAPACITY', what: 'helpers', max: helpersMax };
  const before = t.helpersCount;
  callHelper(t, c.unit, helperLimitFrom(t, now, rules));
  tellHelpers(t, before, c.by, now, rules, out);
  return undefined;
}

/** Until when a helper called at `now` should be done: its clock is a share of the lead's, in the same counted time. */
export function helperLimitFrom(t: Ticket, now: EpochMs, rules: Rules): EpochMs {
  const { limitMs, calendar } = rules.tiers[t.tier]!;
  if (limitMs === Number.POSITIVE_INFINITY) return NEVER;
  return calendar.add(now, Math.round(limitMs * rules.handling.helperShare));
}

/** The helpers from the place `from` on have been called: the ticket promises their limits, and they are told. */
export function tellHelpers(t: Ticket, from: number, by: number, now: EpochMs, rules: Rules, out: Out): void {
  if (t.helpersCount === from) return;
  aimOthers(t);
  const { rule } = rules.tiers[t.tier]!;
  for (let i = from; i < t.helpersCount; i += 1) {
    const unit = helperUnit(t, i);
    record(t, out, now, 'helperAdded', by, rule, unit);
    owe(t, out, now, 'notice', unit, 'helperAdded');
    owe(t, out, now, 'view', unit, 'helperAdded');
  }
}

/** A helper has done its part. */
export function helperDone(
  t: Ticket,
  c: CommandOf<'helperDone'>,
  now: EpochMs,
  _rules: Rules,
  out: Out,
): Refusal | undefined {
  const helper = helperOf(t, c.by);
  if (helper < 0) return { code: 'NO_SUCH_HELPER' };
  if (helperDoneAt(t, helper) !== NEVER)
    return { code: 'ALREADY_DONE', what: 'this unit has reported its part done' };
  markHelperDone(t, helper, now);
  aimOthers(t);
  record(t, out, now, 'helperDone', c.by, 'handling.helperShare', c.by);
  owe(t, out, now, 'notice', t.lead, 'helperDone');
  owe(t, out, now, 'view', c.by, 'helperDone');
  return undefined;
}

/** A helper that becomes the lead helps no more. */
export function leadInstead(t: Ticket, unit: number, now: EpochMs, out: Out): void {
  const place = helperOf(t, unit);
  if (place < 0) return;
  dropHelper(t, place);
  aimOthers(t);
  owe(t, out, now, 'view', unit, 'dispatched');
}

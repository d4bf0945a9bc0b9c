import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { CommandOf } from '../command.ts';
import { callHelper, helperDoneAt, helperOf, markHelperDone } from '../helpers.ts';
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
  callToHelp(t, [c.unit], c.by, now, rules, out);
  return undefined;
}

/** Calls units that do not help yet. A helper's clock is a share of the lead's, in the same counted time. */
export function callToHelp(
  t: Ticket,
  units: readonly number[],
  by: number,
  now: EpochMs,
  rules: Rules,
  out: Out,
): void {
  if (units.length === 0) return;
  const { limitMs, calendar, rule } = rules.tiers[t.tier]!;
  const share = Math.round(limitMs * rules.handling.helperShare);
  const dueAt = limitMs === Number.POSITIVE_INFINITY ? NEVER : calendar.add(now, share);
  for (const unit of units) callHelper(t, unit, dueAt);
  aimOthers(t);
  for (const unit of units) {
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
  if (helperOf(t, unit) < 0) return;
  t.helpers = t.helpers.filter((helper) => helper.unit !== unit);
  aimOthers(t);
  owe(t, out, now, 'view', unit, 'dispatched');
}

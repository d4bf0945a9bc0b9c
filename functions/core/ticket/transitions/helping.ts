import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { CommandOf } from '../command.ts';
import { helpersMax } from '../limits.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import type { Helper, Ticket } from '../ticket.ts';
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
  if (helperOf(t, c.unit) !== undefined) return { code: 'ALREADY_DONE', what: 'this unit already helps' };
  if (t.helpers.length >= helpersMax) return { code: 'CAPACITY', what: 'helpers', max: helpersMax };
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
  const called = units.map((unit): Helper => ({ unit, dueAt, doneAt: NEVER, late: false }));
  t.helpers = t.helpers.length === 0 ? called : [...t.helpers, ...called];
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
  if (helper === undefined) return { code: 'NO_SUCH_HELPER' };
  if (helper.doneAt !== NEVER) return { code: 'ALREADY_DONE', what: 'this unit has reported its part done' };
  helper.doneAt = now;
  aimOthers(t);
  record(t, out, now, 'helperDone', c.by, 'handling.helperShare', c.by);
  owe(t, out, now, 'notice', t.lead, 'helperDone');
  owe(t, out, now, 'view', c.by, 'helperDone');
  return undefined;
}

/** A helper that becomes the lead helps no more. */
export function leadInstead(t: Ticket, unit: number, now: EpochMs, out: Out): void {
  if (helperOf(t, unit) === undefined) return;
  t.helpers = t.helpers.filter((helper) => helper.unit !== unit);
  aimOthers(t);
  owe(t, out, now, 'view', unit, 'dispatched');
}

function helperOf(t: Ticket, unit: number): Helper | undefined {
  return t.helpers.find((helper) => helper.unit === unit);
}

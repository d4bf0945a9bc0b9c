import { pushedDown } from '../../rules/duty-table.ts';
import { noItem, unitFor } from '../../rules/item-table.ts';
import { inForce } from '../../rules/rollout.ts';
import type { Rules } from '../../rules/rules.ts';
import { noUnit } from '../../rules/unit-table.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import { Actor } from '../actor.ts';
import { pauseClock, resumeClock, retargetClock, skipPastRungs, startClock } from '../clock.ts';
import { type CommandOf, keep } from '../command.ts';
import { callHelper, helperOf } from '../helpers.ts';
import { hasCitizen } from '../kinds.ts';
import { type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { moveTo, reviewIn } from '../settle.ts';
import { Status } from '../status.ts';
import type { Ticket } from '../ticket.ts';
import { helperLimitFrom, leadInstead, tellHelpers } from './helping.ts';
import { isWaitedFor } from './others.ts';

/** Which unit the rules give a matter to at `now`; `noUnit` when a person must decide (人工派单). */
export function leadFor(rules: Rules, item: number, place: number, now: EpochMs): number {
  if (item === noItem) return noUnit;
  if (isDirect(rules, place, now)) return place;
  return unitFor(rules.items.lead[item]!, place, rules.units);
}

/** Whether matters of `place` go straight to its subdistrict (直派街乡); until a phase brings that, the catalogue routes. */
function isDirect(rules: Rules, place: number, now: EpochMs): boolean {
  return rules.routing === 'subdistrict' && inForce(rules, 'direct', place, now);
}

/** The rule that names the lead: why this unit, for anybody who asks. */
export function routingReason(t: Ticket, rules: Rules, now: EpochMs): string {
  if (!isDirect(rules, t.place, now)) return rules.items.leadRules[t.item]!;
  return rules.units.kinds[t.place] === 'subdistrict' ? straight : fallback;
}

const straight = 'dispatch.routing.subdistrict';
const fallback = 'dispatch.routing.district';

/** A person decides item, tier, place and lead; the ticket goes out (派单). */
export function triage(t: Ticket, c: CommandOf<'triage'>, now: EpochMs, rules: Rules, out: Out) {
  const item = c.item === keep ? t.item : c.item;
  const place = c.place === keep ? t.place : c.place;
  const lead = c.lead === keep ? leadFor(rules, item, place, now) : c.lead;
  if (item === noItem) return invalid('itemCode', 'a ticket without an item cannot be dispatched');
  if (lead === noUnit) return invalid('lead', 'the rules name no unit here: give a place or a lead');
  // What the rules would do themselves is nobody's pushing down.
  const isByRule = lead === leadFor(rules, item, place, now);
  const against = isByRule ? undefined : pushedDown(rules, 'triage', item, lead, now);
  if (against !== undefined) return { code: 'NOT_IN_REMIT', field: 'lead', ...against } as const;
  t.item = item;
  t.place = place;
  if (c.tier !== keep) {
    t.tier = c.tier;
    t.tierFixed = true;
  } else if (!t.tierFixed) t.tier = rules.items.tier[item]!;
  t.guessed = false;
  dispatch(
    t,
    lead,
    now,
    rules,
    out,
    c.by,
    c.lead === keep ? routingReason(t, rules, now) : 'dispatch.manual',
  );
  return undefined;
}

/** Hands the ticket to `lead` for `reason` (a rule's path). The first hand-over starts the clock; a later one goes on with what is left. */
export function dispatch(
  t: Ticket,
  lead: number,
  now: EpochMs,
  rules: Rules,
  out: Out,
  by: number,
  reason: string,
): void {
  const { handling } = rules;
  const first = t.dispatchedAt === NEVER;
  t.lead = lead;
  t.dispatchedAt = now;
  t.dispatchBy = NEVER;
  t.signLate = false;
  t.contactLate = false;
  t.signBy = now + handling.signMs;
  t.contactBy = t.contactedAt === NEVER && hasCitizen(t.kind) ? now + handling.contactMs : NEVER;
  reviewIn(t, rules.reviewMs, now);
  // The clock first, so that who is told of the ticket is told of its deadline.
  if (!first) resumeClock(t, rules, now);
  else if (handling.startsAt !== 'sign') begin(t, rules, now);
  record(t, out, now, 'dispatched', by, reason, lead);
  moveTo(t, out, now, Status.dispatched, 'dispatched');
  owe(t, out, now, 'notice', lead, 'dispatched');
  if (first) {
    noteLoadedOverdue(t, rules, out, now);
    if (!isDirect(rules, t.place, now)) callHelpers(t, now, rules, out);
  } else leadInstead(t, lead, now, out);
  if (handling.signing === 'automatic') sign(t, { by: Actor.clock, type: 'sign' }, now, rules, out);
}

/** The unit takes the ticket (签收). */
export function sign(t: Ticket, c: CommandOf<'sign'>, now: EpochMs, rules: Rules, out: Out): undefined {
  const first = t.signedAt === NEVER;
  t.signBy = NEVER;
  if (first) t.signedAt = now;
  const begins = first && rules.handling.startsAt === 'sign';
  if (begins) begin(t, rules, now);
  record(t, out, now, 'signed', c.by, 'handling.signLimit', t.lead);
  moveTo(t, out, now, Status.signed, 'signed');
  if (begins) noteLoadedOverdue(t, rules, out, now);
}

/** The first hand-over, or the first signature, starts the handling clock. A backlog's past rungs press nobody. */
function begin(t: Ticket, rules: Rules, now: EpochMs): void {
  const from = rules.handling.startsAt === 'request' || t.backlog ? t.openedAt : now;
  startClock(t, rules, from, rules.tiers[t.tier]!.limitMs, now);
  if (t.backlog) skipPastRungs(t, rules, now);
  if (isWaitedFor(t, rules)) pauseClock(t, rules, now);
}

/** The limit on another tier: a reopened ticket keeps its smaller share, a granted extension stays granted. */
function limitOn(t: Ticket, tier: number, rules: Rules): number {
  const share = t.reopens > 0 ? rules.reopen.limitShare : 1;
  const base = (of: number) => Math.round(rules.tiers[of]!.limitMs * share);
  const granted = t.limitMs === Number.POSITIVE_INFINITY ? 0 : t.limitMs - base(t.tier);
  return base(tier) + granted;
}

/** Item or tier turn out otherwise; the clock goes on with what was used. A tier fixed by the platform moves only by name. */
export function reclassify(
  t: Ticket,
  c: CommandOf<'reclassify'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  if (c.item === keep && c.tier === keep) return invalid('itemCode', 'neither item nor tier is given');
  if (c.item !== keep) t.item = c.item;
  const tier = c.tier !== keep ? c.tier : t.tierFixed ? t.tier : rules.items.tier[t.item]!;
  if (c.tier !== keep) t.tierFixed = true;
  t.guessed = false;
  if (tier !== t.tier) retargetClock(t, rules, tier, limitOn(t, tier, rules), now);
  record(t, out, now, 'reclassified', c.by, rules.tiers[tier]!.rule, t.lead);
  moveTo(t, out, now, t.status, 'reclassified');
  owe(t, out, now, 'notice', t.lead, 'reclassified');
  return undefined;
}

/** An old case that was overdue when it was loaded says so once. */
function noteLoadedOverdue(t: Ticket, rules: Rules, out: Out, now: EpochMs): void {
  if (t.backlog && t.overdueAt !== NEVER)
    record(t, out, now, 'loadedOverdue', Actor.clock, rules.tiers[t.tier]!.rule, t.lead);
}

/** The catalogue's helpers at this place; two rules may mean one unit, and a lead does not help itself. */
function callHelpers(t: Ticket, now: EpochMs, rules: Rules, out: Out): void {
  const specs = rules.items.helpers[t.item]!;
  if (specs.length === 0) return;
  const before = t.helpersCount;
  for (let i = 0; i < specs.length; i += 1) {
    const unit = unitFor(specs[i]!, t.place, rules.units);
    if (unit === noUnit || unit === t.lead || helperOf(t, unit) >= 0) continue;
    callHelper(t, unit, helperLimitFrom(t, now, rules));
  }
  tellHelpers(t, before, Actor.clock, now, rules, out);
}

const invalid = (field: string, reason: string): Refusal => ({ code: 'INVALID', field, reason });

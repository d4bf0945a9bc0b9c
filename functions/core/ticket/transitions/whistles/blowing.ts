import { inForce, phaseRule } from '../../../rules/rollout.ts';
import type { Rules } from '../../../rules/rules.ts';
import { noUnit } from '../../../rules/unit-table.ts';
import type { WhistleKind } from '../../../rules/whistle-kinds.ts';
import { type EpochMs, NEVER } from '../../../time.ts';
import { pauseClock } from '../../clock.ts';
import type { CommandOf } from '../../command.ts';
import { hasCitizen, requestKinds } from '../../kinds.ts';
import { summonsesMax } from '../../limits.ts';
import { type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { standsTo } from '../../relations.ts';
import { noRating, type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { aimOthers, districtOf } from '../others.ts';
import { call, openSummons } from './summons-of.ts';

type Called = { readonly unit: number; readonly team: number };

/**
 * Blows the whistle (吹哨): calls every unit named to the spot at once, a team with its resident members, each with its own
 * arrival limit (报到). One for a single unit goes to the district first where the kind says so.
 */
export function blowWhistle(
  t: Ticket,
  c: CommandOf<'blowWhistle'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const refusal = refuseKind(t, c, now, rules) ?? refuseUnits(t, c, rules);
  if (refusal !== undefined) return refusal;
  const called = withMembers(t, c, rules);
  if (t.summonses.length + called.length > summonsesMax) {
    return { code: 'CAPACITY', what: 'summonses', max: summonsesMax };
  }
  const kind = rules.whistleKinds[c.kind]!;
  const routed = goesThroughDistrict(t, c, called, kind, rules);
  t.whistles += 1;
  const summonses = called.map((one): Summons => summonsOf(t, c, one, now));
  if (routed) for (const summons of summonses) summons.dueBy = now + kind.passWithinMs;
  else for (const summons of summonses) call(summons, now, rules);
  if (t.whistles === 1) t.outputs = [];
  t.summonses = t.whistles === 1 ? summonses : [...t.summonses, ...summonses];
  t.openSummonses += summonses.length;
  if (kind.leadClock === 'pauses') pauseClock(t, rules, now);
  aimOthers(t);
  record(t, out, now, 'whistleBlown', c.by, routed ? `${kind.path}.single` : kind.rule, c.by);
  if (routed) routeTo(t, c.by, districtOf(t, rules), now, out, kind);
  else for (const { unit } of called) announce(t, unit, now, out);
  return undefined;
}

const summonsOf = (
  t: Ticket,
  c: CommandOf<'blowWhistle'>,
  { unit, team }: Called,
  now: EpochMs,
): Summons => ({
  whistle: t.whistles,
  kind: c.kind,
  blower: c.by,
  unit,
  status: SummonsStatus.routed,
  calledAt: now,
  arriveBy: NEVER,
  arrivedAt: NEVER,
  endedAt: NEVER,
  dueBy: NEVER,
  late: false,
  missed: false,
  contested: false,
  team,
  standsFor: noUnit,
  arrivedIn: noUnit,
  rating: noRating,
  ratingBack: noRating,
});

function announce(t: Ticket, unit: number, now: EpochMs, out: Out): void {
  owe(t, out, now, 'notice', unit, 'whistleBlown');
  owe(t, out, now, 'view', unit, 'whistleBlown');
}

function routeTo(t: Ticket, by: number, district: number, now: EpochMs, out: Out, kind: WhistleKind): void {
  record(t, out, now, 'whistleRouted', by, `${kind.path}.single`, district);
  owe(t, out, now, 'notice', district, 'whistleRouted');
  owe(t, out, now, 'view', district, 'whistleRouted');
}

/** A district does not drive what it calls itself, or is called to. */
function goesThroughDistrict(
  t: Ticket,
  c: CommandOf<'blowWhistle'>,
  called: readonly Called[],
  kind: WhistleKind,
  rules: Rules,
): boolean {
  if (!kind.throughDistrict || called.length !== 1) return false;
  const district = districtOf(t, rules);
  return c.by !== district && c.by !== rules.units.city && called[0]!.unit !== district;
}

/** The units named, and the members of the teams among them who are not here already. */
function withMembers(t: Ticket, c: CommandOf<'blowWhistle'>, rules: Rules): Called[] {
  const called: Called[] = c.units.map((unit) => ({ unit, team: noUnit }));
  for (const team of c.units) {
    for (const { unit, role } of rules.units.members.get(team) ?? []) {
      const comes = role === 'resident' || (role === 'onCall' && c.onCall === true);
      const isHere = unit === c.by || openSummons(t, unit) !== undefined;
      if (comes && !isHere && !called.some((other) => other.unit === unit)) called.push({ unit, team });
    }
  }
  return called;
}

function refuseKind(t: Ticket, c: CommandOf<'blowWhistle'>, now: EpochMs, rules: Rules): Refusal | undefined {
  const refused = (rule: string): Refusal => ({ code: 'NOT_IN_REMIT', rule, field: 'kind' });
  if (!inForce(rules, 'whistle', t.place, now)) return refused(phaseRule(rules, 'whistle', t.place));
  const kind = rules.whistleKinds[c.kind]!;
  const matter = requestKinds[t.kind]! as 'patrol' | 'project' | 'service';
  if (!kind.about.has(hasCitizen(t.kind) ? 'citizen' : matter)) return refused(`${kind.path}.about`);
  if (c.by < 0 || !kind.blowers.has(rules.units.kinds[c.by]!)) return refused(`${kind.path}.blowers`);
  const isLead = kind.relations.has('lead') && standsTo.lead(t, c.by, rules);
  const isHere = () => standsTo.area(t, c.by, rules) || standsTo.local(t, c.by, rules);
  if (!isLead && !(kind.relations.has('area') && isHere())) return refused(`${kind.path}.relations`);
  return undefined;
}

function refuseUnits(t: Ticket, c: CommandOf<'blowWhistle'>, rules: Rules): Refusal | undefined {
  const kind = rules.whistleKinds[c.kind]!;
  if (c.units.length === 0) return { code: 'INVALID', field: 'unitCodes', reason: 'nobody is called' };
  for (let i = 0; i < c.units.length; i += 1) {
    const unit = c.units[i]!;
    const field = `unitCodes.${i}`;
    if (!kind.summons.has(rules.units.kinds[unit]!)) {
      return { code: 'NOT_IN_REMIT', rule: `${kind.path}.summons`, field };
    }
    if (unit === c.by) return { code: 'INVALID', field, reason: 'a unit cannot summon itself' };
    if (c.units.indexOf(unit) < i || openSummons(t, unit) !== undefined) {
      return { code: 'INVALID', field, reason: 'this unit is already called to this ticket' };
    }
  }
  return undefined;
}

import type { Rules } from '../../../rules/rules.ts';
import type { EpochMs } from '../../../time.ts';
import { Actor } from '../../actor.ts';
import { type CommandOf, keep } from '../../command.ts';
import { type Out, owe, record } from '../../out.ts';
import type { Refusal } from '../../refusal.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../ticket.ts';
import { aimOthers, districtOf } from '../others.ts';
import { call, noSummons, openSummons, outOfTurn, tell } from './summons-of.ts';

/** The district drives a whistle on (X 型结构) to the unit that was named, or to another that is responsible. */
export function passOn(
  t: Ticket,
  c: CommandOf<'passOn'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  if (summons.status !== SummonsStatus.routed) return outOfTurn('it has been passed on already');
  const to = c.to === keep ? summons.unit : c.to;
  if (to !== summons.unit) {
    const field = 'toUnit';
    const kind = rules.whistleKinds[summons.kind]!;
    if (!kind.summons.has(rules.units.kinds[to]!)) {
      return { code: 'NOT_IN_REMIT', rule: `${kind.path}.summons`, field };
    }
    if (to === summons.blower) return { code: 'INVALID', field, reason: 'a unit cannot summon itself' };
    if (openSummons(t, to) !== undefined) {
      return { code: 'INVALID', field, reason: 'this unit is already called to this ticket' };
    }
  }
  reach(t, summons, to, now, rules, out, c.by);
  return undefined;
}

/**
 * Nobody passed it on in time: the city is told and the call goes through by itself, so that a silent node stops no
 * whistle. No source says what happens then; it is our assumption.
 */
export function passBySelf(t: Ticket, summons: Summons, at: EpochMs, rules: Rules, out: Out): void {
  const district = districtOf(t, rules);
  const { path } = rules.whistleKinds[summons.kind]!;
  record(t, out, at, 'passOverdue', Actor.clock, `${path}.passWithin`, district);
  tell(t, out, at, 'notice', 'passOverdue', district, rules.units.city);
  reach(t, summons, summons.unit, at, rules, out, Actor.clock);
}

function reach(
  t: Ticket,
  summons: Summons,
  unit: number,
  now: EpochMs,
  rules: Rules,
  out: Out,
  by: number,
): void {
  summons.unit = unit;
  call(summons, now, rules);
  aimOthers(t);
  record(t, out, now, 'passedOn', by, `${rules.whistleKinds[summons.kind]!.path}.single`, unit);
  owe(t, out, now, 'notice', unit, 'passedOn');
  tell(t, out, now, 'view', 'passedOn', unit, districtOf(t, rules));
}

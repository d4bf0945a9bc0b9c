import { inForce, phaseRule } from '../../rules/rollout.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import { NEVER } from '../../time.ts';
import { pauseClock, resumeClock } from '../clock.ts';
import type { CommandOf } from '../command.ts';
import { summonsesMax } from '../limits.ts';
import { type EventName, type Out, owe, record } from '../out.ts';
import type { Refusal } from '../refusal.ts';
import { type Summons, SummonsStatus, type Ticket } from '../ticket.ts';
import { aimOthers, isWaitedFor } from './others.ts';

/** Blows the whistle (吹哨): calls every unit named to the spot at once, each with its own arrival limit (报到). */
export function blowWhistle(
  t: Ticket,
  c: CommandOf<'blowWhistle'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const refusal = refuseWhistle(t, c, now, rules);
  if (refusal !== undefined) return refusal;
  const kind = rules.whistleKinds[c.kind]!;
  t.whistles += 1;
  record(t, out, now, 'whistleBlown', c.by, kind.rule, c.by);
  const arriveBy = now + kind.arriveWithinMs;
  const called = c.units.map(
    (unit): Summons => ({
      whistle: t.whistles,
      kind: c.kind,
      blower: c.by,
      unit,
      status: SummonsStatus.called,
      calledAt: now,
      arriveBy,
      arrivedAt: NEVER,
      endedAt: NEVER,
      late: false,
    }),
  );
  t.summonses = t.whistles === 1 ? called : [...t.summonses, ...called];
  for (const unit of c.units) {
    owe(t, out, now, 'notice', unit, 'whistleBlown');
    owe(t, out, now, 'view', unit, 'whistleBlown');
  }
  t.openSummonses += c.units.length;
  if (kind.leadClock === 'pauses') pauseClock(t, rules, now);
  aimOthers(t);
  return undefined;
}

export function acknowledgeSummons(
  t: Ticket,
  c: CommandOf<'acknowledgeSummons'>,
  now: EpochMs,
  _rules: Rules,
  out: Out,
) {
  return step(t, c.by, now, out, SummonsStatus.called, SummonsStatus.acknowledged, 'summonsAcknowledged');
}

/** The summoned unit is on the spot (报到). Late when its limit has passed; exactly at the limit is in time. */
export function arrive(t: Ticket, c: CommandOf<'arrive'>, now: EpochMs, _rules: Rules, out: Out) {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status >= SummonsStatus.arrived) return { code: 'ALREADY_DONE', what: 'arrived' } as const;
  summons.arrivedAt = now;
  return step(t, c.by, now, out, summons.status, SummonsStatus.arrived, 'arrived');
}

/** The unit's part on the spot is done; it stays until the blower releases it (事不完、人不撤). */
export function finishTask(t: Ticket, c: CommandOf<'finishTask'>, now: EpochMs, _rules: Rules, out: Out) {
  return step(t, c.by, now, out, SummonsStatus.arrived, SummonsStatus.done, 'taskDone');
}

/** The unit says it has no part in this; the blower is told. */
export function declineSummons(
  t: Ticket,
  c: CommandOf<'declineSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.by);
  if (summons === undefined) return noSummons;
  if (summons.status > SummonsStatus.acknowledged) return { code: 'ALREADY_DONE', what: 'arrived' };
  finish(t, summons, now, rules, out, SummonsStatus.declined, 'summonsDeclined', c.by);
  owe(t, out, now, 'notice', summons.blower, 'summonsDeclined');
  return undefined;
}

/** Lets a unit go that has done its part. Only who blew the whistle may. */
export function release(
  t: Ticket,
  c: CommandOf<'release'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  if (summons.blower !== c.by) {
    return { code: 'NOT_IN_REMIT', rule: 'whistle.release', field: 'unitCode' };
  }
  if (summons.status !== SummonsStatus.done) {
    return { code: 'INVALID', field: 'unitCode', reason: 'its task is not done: nobody leaves before it is' };
  }
  finish(t, summons, now, rules, out, SummonsStatus.released, 'released', c.by);
  return undefined;
}

/** A supervisor closes a call that was never answered, so that the ticket can go on. */
export function failSummons(
  t: Ticket,
  c: CommandOf<'failSummons'>,
  now: EpochMs,
  rules: Rules,
  out: Out,
): Refusal | undefined {
  const summons = openSummons(t, c.unit);
  if (summons === undefined) return noSummons;
  finish(t, summons, now, rules, out, SummonsStatus.failed, 'summonsFailed', c.by);
  return undefined;
}

function refuseWhistle(
  t: Ticket,
  c: CommandOf<'blowWhistle'>,
  now: EpochMs,
  rules: Rules,
): Refusal | undefined {
  if (!inForce(rules, 'whistle', t.place, now)) {
    return { code: 'NOT_IN_REMIT', rule: phaseRule(rules, 'whistle', t.place), field: 'kind' };
  }
  const kind = rules.whistleKinds[c.kind]!;
  const { kinds } = rules.units;
  if (c.by < 0 || !kind.blowers.has(kinds[c.by]!)) {
    return { code: 'NOT_IN_REMIT', rule: `whistleKinds.${kind.key}.blowers`, field: 'kind' };
  }
  if (c.units.length === 0) return { code: 'INVALID', field: 'unitCodes', reason: 'nobody is called' };
  if (t.summonses.length + c.units.length > summonsesMax) {
    return { code: 'CAPACITY', what: 'summonses', max: summonsesMax };
  }
  for (let i = 0; i < c.units.length; i += 1) {
    const unit = c.units[i]!;
    const field = `unitCodes[${i}]`;
    if (!kind.summons.has(kinds[unit]!)) {
      return { code: 'NOT_IN_REMIT', rule: `whistleKinds.${kind.key}.summons`, field };
    }
    if (unit === c.by) return { code: 'INVALID', field, reason: 'a unit cannot summon itself' };
    if (c.units.indexOf(unit) < i || openSummons(t, unit) !== undefined) {
      return { code: 'INVALID', field, reason: 'this unit is already called to this ticket' };
    }
  }
  return undefined;
}

function step(
  t: Ticket,
  unit: number,
  now: EpochMs,
  out: Out,
  from: SummonsStatus,
  to: SummonsStatus,
  event: EventName,
): Refusal | undefined {
  const summons = openSummons(t, unit);
  if (summons === undefined) return noSummons;
  if (summons.status >= to) return { code: 'ALREADY_DONE', what: event };
  if (summons.status !== from) return { code: 'INVALID', field: 'type', reason: 'arrive first' };
  summons.status = to;
  aimOthers(t);
  record(t, out, now, event, unit, 'whistle.summons', unit);
  owe(t, out, now, 'notice', summons.blower, event);
  owe(t, out, now, 'view', unit, event);
  return undefined;
}

function finish(
  t: Ticket,
  summons: Summons,
  now: EpochMs,
  rules: Rules,
  out: Out,
  to: SummonsStatus,
  event: EventName,
  by: number,
): void {
  summons.status = to;
  summons.endedAt = now;
  t.openSummonses -= 1;
  aimOthers(t);
  if (!isWaitedFor(t, rules)) resumeClock(t, rules, now);
  record(t, out, now, event, by, 'whistle.summons', summons.unit);
  owe(t, out, now, 'notice', summons.unit, event);
  owe(t, out, now, 'view', summons.unit, event);
}

function openSummons(t: Ticket, unit: number): Summons | undefined {
  return t.summonses.find((summons) => summons.unit === unit && summons.status < SummonsStatus.released);
}

const noSummons: Refusal = { code: 'NO_SUCH_SUMMONS' };

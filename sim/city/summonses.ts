import type { Rules } from '../../functions/core/rules/rules.ts';
import { unitOver } from '../../functions/core/rules/unit-table.ts';
import type { WhistleKind } from '../../functions/core/rules/whistle-kinds.ts';
import { keep } from '../../functions/core/ticket/command.ts';
import { type Summons, SummonsStatus, type Ticket } from '../../functions/core/ticket/ticket.ts';
import { districtOf, inChargeOf, isOut } from '../../functions/core/ticket/transitions/others.ts';
import { missingOutputs } from '../../functions/core/ticket/transitions/whistles/outputs.ts';
import { openSummons } from '../../functions/core/ticket/transitions/whistles/summons-of.ts';
import { hourMs, minuteMs, NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { CityEvent } from './city-event.ts';
import { Count } from './city-tallies.ts';
import { drawMs } from './length-law.ts';
import { Stage } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';
import { ask, luckWordOf, plan } from './ticket-plan.ts';

/** What a summoned unit, or somebody for it, does next. */
const Step = { pass: 0, arrive: 1, leave: 2, decline: 3, rule: 4, fail: 5 } as const;
/** Of the arrival limit: when a unit says that it has no part in this, and when one that never came is given up. */
const declineAfter = 0.25;
const failAfter = 3;
/** Where a kind has no arrival limit, units come as if it were a day. */
const unlimitedMs = 24 * hourMs;
/** How long a district takes to pass a whistle on, as a share of the time it has. */
const passAfter = 0.3;

/** A whistle has been blown: every unit it called has something to do. */
export function setOut(city: City, row: number, t: Ticket): void {
  const { env, rules, summonses } = city;
  for (const one of t.summonses) {
    if (!isOut(one) || one.calledAt !== city.now) continue;
    if (one.status === SummonsStatus.routed) {
      const afterMs = Math.ceil(rules.whistleKinds[one.kind]!.passWithinMs * passAfter);
      env.schedule(city.now + afterMs, CityEvent.summons, summonses.take(row, one.unit, Step.pass));
    } else travel(city, row, one, summonses.take(row, one.unit, Step.arrive));
  }
}

/** The call has reached the unit: it comes, says no, or never comes. */
function travel(city: City, row: number, summons: Summons, id: number): void {
  const { params, env, rules, summonses } = city;
  const word = luckWordOf(city, row);
  const limitMs = limitOf(rules.whistleKinds[summons.kind]!);
  const round = summons.unit % 64;
  const isMissed = luckOf(word, Luck.miss, round) < params.missedShare;
  const isDeclined = !summons.contested && luckOf(word, Luck.decline, round) < params.declinedShare;
  summonses.setStep(id, isMissed ? Step.fail : isDeclined ? Step.decline : Step.arrive);
  const factor = params.arrival.mean * params.arrival.factor(word, Luck.arrive, round);
  const share = isMissed ? failAfter : isDeclined ? declineAfter : factor;
  env.schedule(city.now + Math.ceil(limitMs * share), CityEvent.summons, id);
}

/** The next step of one summons. */
export function stepSummons(city: City, id: number): void {
  const { summonses, live, rules, env, params } = city;
  const row = summonses.row(id);
  const unit = summonses.unit(id);
  const t = live.ticket.read(row);
  const summons = openSummons(t, unit);
  if (summons === undefined) {
    summonses.give(id);
    return;
  }
  const word = luckWordOf(city, row);
  switch (summonses.step(id)) {
    case Step.pass:
      if (summons.status === SummonsStatus.routed)
        ask(city, row, { type: 'passOn', by: districtOf(t, rules), unit, to: keep });
      travel(city, row, summons, id);
      return;
    case Step.arrive:
      ask(city, row, { type: 'arrive', by: unit });
      noteArrival(city, summons);
      summonses.setStep(id, Step.leave);
      env.schedule(
        city.now + drawMs(params.task, params.task.mean, word, Luck.task, unit % 64),
        CityEvent.summons,
        id,
      );
      return;
    case Step.decline:
      ask(city, row, { type: 'declineSummons', by: unit });
      summonses.setStep(id, Step.rule);
      env.schedule(city.now + Math.ceil(rules.dispute.arbitrationMs / 2), CityEvent.summons, id);
      return;
    case Step.rule: {
      const excused = luckOf(word, Luck.decline, 63) < params.movedShare;
      ask(city, row, { type: 'ruleOnSummons', by: inChargeOf(t, rules, summons), unit, excused });
      if (!excused) {
        travel(city, row, summons, id);
        return;
      }
      break;
    }
    case Step.fail:
      ask(city, row, { type: 'failSummons', by: unitOver(rules.units, t.lead), unit });
      noteMissed(city, summons);
      break;
    default:
      letGo(city, row, t, summons);
  }
  summonses.give(id);
  if (t.openSummonses === 0) plan(city, row, Stage.ready, city.now);
  else plan(city, row, Stage.summoned, NEVER);
}

/** Its task is done: what the kind wants on file is filed by the last one, and it may go. */
function letGo(city: City, row: number, t: Ticket, summons: Summons): void {
  const { rules } = city;
  const { unit, blower, whistle } = summons;
  ask(city, row, { type: 'finishTask', by: unit });
  const isLast = t.summonses.every((one) => one === summons || one.whistle !== whistle || !isOut(one));
  if (isLast) {
    for (const output of missingOutputs(t, summons, rules)) {
      const { count } = rules.whistleKinds[summons.kind]!.outputs.find(({ key }) => key === output)!;
      for (let n = 0; n < count; n += 1) ask(city, row, { type: 'fileOutput', by: blower, whistle, output });
    }
  }
  ask(city, row, { type: 'release', by: releaserOf(t, summons, rules), unit });
}

function releaserOf(t: Ticket, { kind, blower }: Summons, { whistleKinds, units }: Rules): number {
  const { release } = whistleKinds[kind]!;
  if (release.includes('blower')) return blower;
  if (release.includes('lead')) return t.lead;
  return release.includes('area') ? t.place : unitOver(units, t.lead);
}

const limitOf = ({ arriveWithinMs }: WhistleKind): number =>
  arriveWithinMs < NEVER ? arriveWithinMs : unlimitedMs;

function noteArrival({ isMeasured, tallies }: City, { kind, calledAt, arrivedAt, late }: Summons): void {
  if (!isMeasured) return;
  tallies.counts[Count.summonses]! += 1;
  tallies.kindSummonses[kind]! += 1;
  tallies.arrivals[kind]!.add((arrivedAt - calledAt) / minuteMs);
  if (late) return;
  tallies.counts[Count.arrivedInTime]! += 1;
  tallies.kindInTime[kind]! += 1;
}

function noteMissed({ isMeasured, tallies }: City, { kind }: Summons): void {
  if (!isMeasured) return;
  tallies.counts[Count.summonses]! += 1;
  tallies.kindSummonses[kind]! += 1;
}

import type { Command } from '../../functions/core/ticket/command.ts';
import { advance, type Step, stepOf, take } from '../../functions/core/ticket/decide.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { CityEvent } from './city-event.ts';
import {
  eventAhead,
  eventFixed,
  Live,
  LiveFlag,
  liveWidth,
  Stage,
  Times,
  timesWidth,
} from './live-tickets.ts';
import { isLookedAfter, isNoted, isOverdue, nextLookAt } from './next-look.ts';

/**
 * Says what the people at work do next with a ticket and when (infinite: when somebody is free, or presses). The ticket has
 * one event: that step, or before it the ms after the next promise that changes what they do.
 */
export function plan(city: City, row: number, stage: Stage, actAt: number): void {
  const { live, env } = city;
  const { words } = live;
  const at = row * liveWidth;
  words[at + Live.stage] = stage;
  live.times[row * timesWidth + Times.act] = actAt;
  if (words[at + Live.event] !== -1) dropEvent(city, row);
  if (city.runsAhead && isPrivate(stage) && actAt <= city.aheadUntil) {
    words[at + Live.event] = eventAhead;
    return;
  }
  if (city.runsAhead && isLookedAfter(stage)) {
    // Nothing else befalls it before its step, so the event is never taken back: the engine need not keep track of it.
    if (actAt === NEVER) return;
    words[at + Live.event] = eventFixed;
    env.schedule(actAt, CityEvent.act, row);
    return;
  }
  const wakeAt = nextLookAt(city, row, live.ticket.read(row), stage) + 1;
  const when = wakeAt < actAt ? wakeAt : actAt;
  if (when < NEVER) words[at + Live.event] = env.timer(when, CityEvent.act, row);
}

/** Takes back the event of a ticket. Throws where its step was planned as one that nobody takes back. */
export function dropEvent({ live, env }: City, row: number): void {
  const at = row * liveWidth + Live.event;
  const pending = live.words[at]!;
  if (pending === eventFixed) throw new Error(`row ${row}: its step was to be taken as planned`);
  if (pending >= 0) env.cancel(pending, row);
  live.words[at] = -1;
}

/**
 * Steps between a ticket and its lead or its citizen alone: nobody else is waited for, asked or kept waiting, so they need
 * no event. Whoever plans one may take it there and then, by the rules as they are at its own instant.
 */
const isPrivate = (stage: Stage): boolean => ((1 << stage) & privateStages) !== 0;

const privateStages =
  (1 << Stage.sign) | (1 << Stage.contact) | (1 << Stage.outside) | (1 << Stage.call) | (1 << Stage.close);

/** Asks the ticket through the rules, as the live service does. False, and noted, if they refuse. */
export function ask(city: City, row: number, command: Command, step: Step = stepOf(command.type)): boolean {
  const { live, rules, out, sink, now } = city;
  const t = live.ticket.read(row);
  city.decisions += 1;
  out.row = row;
  const refusal = take(t, step, command, now, rules, out);
  sink?.command(live.words[row * liveWidth + Live.number]!, now, { ...command }, refusal);
  if (refusal === undefined) return true;
  const name = `${command.type}: ${refusal.code}`;
  city.refused.set(name, (city.refused.get(name) ?? 0) + 1);
  return false;
}

/** Keeps what the ticket promised until now. */
export function wake(city: City, row: number): void {
  const { live, rules, out, now } = city;
  out.row = row;
  const t = live.ticket.read(row);
  advance(t, now, rules, out);
  noteOverdue(city, row, t);
}

/** Counts the ticket among those open past their deadline, or no more. */
export function noteOverdue(city: City, row: number, t: Ticket): void {
  if (isNoted(city, row, t)) return;
  city.live.words[row * liveWidth + Live.flags]! ^= LiveFlag.overdue;
  const change = isOverdue(t) ? 1 : -1;
  city.overdueOpen += change;
  city.overdueOn[city.dayOf(city.now)]! += change;
}

export const flagsOf = (city: City, row: number): number => city.live.words[row * liveWidth + Live.flags]!;

export function setFlag(city: City, row: number, flag: number): void {
  city.live.words[row * liveWidth + Live.flags]! |= flag;
}

export const luckWordOf = (city: City, row: number): number => city.live.words[row * liveWidth + Live.word]!;

/** A unit has one ticket more or less that is not answered. */
export function moveInHand(city: City, unit: number, change: 1 | -1): void {
  const { now } = city;
  city.tallies.inHand.move(unit, change, city.dayOf(now), now);
}

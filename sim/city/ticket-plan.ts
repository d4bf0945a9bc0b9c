import type { Command } from '../../functions/core/ticket/command.ts';
import { advance, decide } from '../../functions/core/ticket/decide.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { CityEvent } from './city-event.ts';
import { Live, LiveFlag, liveWidth, type Stage, Times, timesWidth } from './live-tickets.ts';
import { isNoted, isOverdue, nextLookAt } from './next-look.ts';

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
  let when = actAt;
  const wakeAt = nextLookAt(city, row, live.ticket.read(row), stage) + 1;
  if (wakeAt < when) when = wakeAt;
  const pending = words[at + Live.event]!;
  if (pending >= 0) env.cancel(pending, row);
  words[at + Live.event] = when < NEVER ? env.schedule(when, CityEvent.act, row) : -1;
}

/** Asks the ticket through the rules, as the live service does, now or at another instant. False, and noted, if they refuse. */
export function ask(city: City, row: number, command: Command, at = city.env.now): boolean {
  const { live, rules, out, sink } = city;
  const t = live.ticket.read(row);
  city.decisions += 1;
  out.row = row;
  const refusal = decide(t, command, at, rules, out);
  sink?.command(live.words[row * liveWidth + Live.number]!, at, { ...command }, refusal);
  if (refusal === undefined) return true;
  const name = `${command.type}: ${refusal.code}`;
  city.refused.set(name, (city.refused.get(name) ?? 0) + 1);
  return false;
}

/** Keeps what the ticket promised until now, or until another instant. */
export function wake(city: City, row: number, until = city.env.now): void {
  const { live, rules, out } = city;
  out.row = row;
  const t = live.ticket.read(row);
  advance(t, until, rules, out);
  noteOverdue(city, row, t);
}

/** Counts the ticket among those open past their deadline, or no more. */
export function noteOverdue(city: City, row: number, t: Ticket): void {
  if (isNoted(city, row, t)) return;
  city.live.words[row * liveWidth + Live.flags]! ^= LiveFlag.overdue;
  city.overdueOpen += isOverdue(t) ? 1 : -1;
}

export const flagsOf = (city: City, row: number): number => city.live.words[row * liveWidth + Live.flags]!;

export function setFlag(city: City, row: number, flag: number): void {
  city.live.words[row * liveWidth + Live.flags]! |= flag;
}

export const luckWordOf = (city: City, row: number): number => city.live.words[row * liveWidth + Live.word]!;

/** A unit has one ticket more or less that is not answered. */
export function moveInHand(city: City, unit: number, change: 1 | -1): void {
  city.backlog += change;
  city.tallies.inHand.add(unit, change, city.env.now);
  city.tallies.backlog.set(0, city.backlog, city.env.now);
}

import { noUnit, unitOver } from '../../functions/core/rules/unit-table.ts';
import { Answer } from '../../functions/core/ticket/kinds.ts';
import { isTerminal, Status } from '../../functions/core/ticket/status.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { NEVER } from '../../functions/core/time.ts';
import type { City } from './city.ts';
import { commands, steps } from './city-commands.ts';
import { expit } from './city-params.ts';
import { Count } from './city-tallies.ts';
import { finish } from './ending.ts';
import { drawMs } from './length-law.ts';
import { LiveFlag, Stage } from './live-tickets.ts';
import { Luck, luckOf } from './luck.ts';
import { ask, flagsOf, luckWordOf, moveInHand, plan, setFlag } from './ticket-plan.ts';

/** Rounds of luck for the attempts of one answer. */
const attemptsMax = 8;

/** The hotline will call the citizen once the rules ask for it. A ticket that the answer ended is over. */
export function planCallback(city: City, row: number, t: Ticket): void {
  if (isTerminal(t.status)) {
    finish(city, row, t);
    return;
  }
  const { callback } = city.params;
  const drawnMs = drawMs(
    callback,
    callback.mean,
    luckWordOf(city, row),
    Luck.callback,
    roundOf(t.reopens, t.callbackAttempts),
  );
  // The hotline keeps its own window.
  const afterMs = Math.min(drawnMs, city.rules.callback.windowMs);
  plan(city, row, Stage.call, Math.max(t.callbackAt, city.now) + afterMs);
}

/** One attempt to ask the citizen (回访). */
export function callBack(city: City, row: number, t: Ticket): void {
  const { params, tallies } = city;
  const word = luckWordOf(city, row);
  const command = commands.recordCallback;
  command.reached = luckOf(word, Luck.reach, roundOf(t.reopens, t.callbackAttempts)) < params.reachable;
  command.responded = Answer.unknown;
  command.resolved = Answer.unknown;
  command.satisfied = Answer.unknown;
  if (command.reached) {
    setFlag(city, row, LiveFlag.reached);
    askCitizen(city, row, t, word);
  }
  if (city.isMeasured) {
    tallies.counts[Count.attempts]! += 1;
    if (command.reached) tallies.counts[Count.reached]! += 1;
  }
  if (!ask(city, row, command, steps.recordCallback)) {
    if (isTerminal(t.status)) finish(city, row, t);
    else plan(city, row, Stage.stuck, NEVER);
  } else if (isTerminal(t.status)) finish(city, row, t);
  else if (t.status === Status.answered) planCallback(city, row, t);
  else if (t.status === Status.calledBack) leaveToSupervisor(city, row);
  else {
    moveInHand(city, t.lead, 1);
    plan(city, row, Stage.again, city.now);
  }
}

/** What the citizen says. Satisfied is not a subset of resolved: effort shows also where it did not help. */
function askCitizen(city: City, row: number, t: Ticket, word: number): void {
  const { params } = city;
  const flags = flagsOf(city, row);
  const effort = city.effort.now[t.lead]!;
  let logit = params.resolved[t.item]! + effort;
  if (t.overdueAt !== NEVER) logit += params.late;
  if (t.helpersCount > 0 || (flags & LiveFlag.whistled) !== 0) logit += params.helped;
  if ((flags & LiveFlag.unworked) !== 0) logit += params.unworked;
  logit += t.reopens * params.reopened;
  // One number for all tries: what is hard the first time is hard the second.
  const isResolved = luckOf(word, Luck.resolve) < expit(logit);
  const satisfied = isResolved
    ? params.satisfiedIfResolved
    : expit(params.satisfiedIfUnresolved + params.effortSatisfies * effort);
  const command = commands.recordCallback;
  command.responded = yesIf(luckOf(word, Luck.respond, t.reopens) < params.responded);
  command.resolved = yesIf(isResolved);
  command.satisfied = yesIf(luckOf(word, Luck.satisfy, t.reopens) < satisfied);
}

/** Failed as often as the pack allows: the supervisor decides that nothing more will be done. */
function leaveToSupervisor(city: City, row: number): void {
  const { arbitration } = city.params;
  const afterMs = drawMs(arbitration, arbitration.mean, luckWordOf(city, row), Luck.close, 0);
  plan(city, row, Stage.close, city.now + afterMs);
}

export function closeUnresolved(city: City, row: number, t: Ticket): void {
  commands.close.by = t.supervisor === noUnit ? unitOver(city.rules.units, t.lead) : t.supervisor;
  if (ask(city, row, commands.close)) finish(city, row, t);
  else plan(city, row, Stage.stuck, NEVER);
}

/** The round of luck of an attempt to call, after so many reworks. */
export const roundOf = (reopens: number, attempt: number): number =>
  Math.min(reopens, 7) * attemptsMax + (attempt % attemptsMax);

const yesIf = (isSo: boolean): Answer => (isSo ? Answer.yes : Answer.no);

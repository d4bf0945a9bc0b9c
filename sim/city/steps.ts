import { callBack, closeUnresolved } from './calling-back.ts';
import type { City } from './city.ts';
import { arbitrate } from './disputing.ts';
import {
  answer,
  contactCitizen,
  finishWork,
  giveIn,
  goToDesk,
  receive,
  signOrDispute,
  takeUpAgain,
} from './handling.ts';
import { eventAhead, Live, liveWidth, Stage, Times, timesWidth } from './live-tickets.ts';
import { lookBefore } from './looking.ts';

/** Takes the step of a ticket that was planned for now. */
export function perform(city: City, row: number, stage: Stage): void {
  const t = city.live.ticket.read(row);
  if (stage === Stage.sign) signOrDispute(city, row, t);
  else if (stage === Stage.contact) contactCitizen(city, row, t);
  else if (stage === Stage.work) finishWork(city, row, t);
  else if (stage === Stage.outside) answer(city, row, t);
  else if (stage === Stage.call) callBack(city, row, t);
  else if (stage === Stage.dispute) arbitrate(city, row, t);
  else if (stage === Stage.pressed) giveIn(city, row, t);
  else if (stage === Stage.close) closeUnresolved(city, row, t);
  else if (stage === Stage.received) receive(city, row, t);
  else if (stage === Stage.again) takeUpAgain(city, row, t);
  else if (stage === Stage.ready) goToDesk(city, row, t);
}

/**
 * Takes the steps that a ticket has just planned and that concern nobody else, each at its own instant. A city in which
 * every one of them waits for an event comes to the same figures, but moves each ticket through the cache twice as often.
 */
export function runAhead(city: City, row: number): void {
  const { words, times } = city.live;
  while (words[row * liveWidth + Live.event] === eventAhead) {
    words[row * liveWidth + Live.event] = -1;
    lookBefore(city, row, times[row * timesWidth + Times.act]!);
    perform(city, row, words[row * liveWidth + Live.stage] as Stage);
  }
  city.now = city.env.now;
}

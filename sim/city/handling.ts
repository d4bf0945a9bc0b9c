import { helperDoneAt, helperUnit } from '../../functions/core/ticket/helpers.ts';
import { Status } from '../../functions/core/ticket/status.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { hourMs, NEVER } from '../../functions/core/time.ts';
import { planCallback } from './calling-back.ts';
import type { City } from './city.ts';
import { commands, steps } from './city-commands.ts';
import { pastFrom } from './desk-rows.ts';
import { disputes } from './disputing.ts';
import { playing } from './gaming.ts';
import { drawMs } from './length-law.ts';
import { Live, LiveFlag, liveWidth, Stage, Times, timesWidth } from './live-tickets.ts';
import { lookBefore } from './looking.ts';
import { Luck } from './luck.ts';
import { ask, luckWordOf, moveInHand, noteOverdue, plan, setFlag, wake } from './ticket-plan.ts';
import { whistle } from './whistling.ts';

const disputeAll = playing('disputeAll');
const signAndWait = playing('signAndWait');
const closeUnsolved = playing('closeUnsolved');
const shortTiersOnly = playing('shortTiersOnly');
/** Limits up to this are short. */
const shortLimitMs = 24 * hourMs;
/** Units that nothing presses, because the matter has no deadline, get round to it after so long. */
const unpressedMs = 60 * 24 * hourMs;

/** A ticket has come to its lead: when will it be signed? */
export function receive(city: City, row: number, t: Ticket): void {
  const { params } = city;
  const word = luckWordOf(city, row);
  const plays = city.gaming[t.lead]!;
  if (t.status === Status.signed) {
    signed(city, row, t);
    return;
  }
  const signMs =
    plays === signAndWait || plays === disputeAll
      ? 1
      : drawMs(params.sign, params.sign.mean * params.urgency[t.tier]!, word, Luck.sign, t.transfers);
  plan(city, row, Stage.sign, city.now + signMs);
}

/** The lead signs, or says that the matter is not its own. */
export function signOrDispute(city: City, row: number, t: Ticket): void {
  if (disputes(city, row, t)) return;
  commands.sign.by = t.lead;
  if (!ask(city, row, commands.sign, steps.sign)) {
    plan(city, row, Stage.stuck, NEVER);
    return;
  }
  signed(city, row, t);
}

function signed(city: City, row: number, t: Ticket): void {
  if (city.gaming[t.lead] === signAndWait) {
    waitForPressure(city, row, t);
    return;
  }
  const { contact, urgency } = city.params;
  const hours = contact.mean * urgency[t.tier]!;
  const contactMs = drawMs(contact, hours, luckWordOf(city, row), Luck.contact, t.transfers);
  plan(city, row, Stage.contact, city.now + contactMs);
}

/** The first word to the citizen; then the work, with other units where the matter needs them. */
export function contactCitizen(city: City, row: number, t: Ticket): void {
  commands.contact.by = t.lead;
  if (!ask(city, row, commands.contact, steps.contact)) {
    plan(city, row, Stage.stuck, NEVER);
    return;
  }
  const plays = city.gaming[t.lead];
  if (plays === closeUnsolved) {
    setFlag(city, row, LiveFlag.unworked);
    answer(city, row, t);
    return;
  }
  if (plays === shortTiersOnly && t.limitMs > shortLimitMs) {
    waitForPressure(city, row, t);
    return;
  }
  // A step of its own, because others stand at the desk: it waits for its instant.
  if (!whistle(city, row, t)) plan(city, row, Stage.ready, city.now);
}

/** The matter is back (重办). Who plays goes on playing; the others work on it again. */
export function takeUpAgain(city: City, row: number, t: Ticket): void {
  const plays = city.gaming[t.lead];
  if (plays === closeUnsolved) {
    const { contact, urgency } = city.params;
    const hours = contact.mean * urgency[t.tier]!;
    const afterMs = drawMs(contact, hours, luckWordOf(city, row), Luck.outside, t.reopens);
    plan(city, row, Stage.outside, city.now + afterMs);
  } else if (plays === signAndWait || (plays === shortTiersOnly && t.limitMs > shortLimitMs)) {
    waitForPressure(city, row, t);
  } else goToDesk(city, row, t);
}

/** Nothing happens until the ladder has been climbed to its top. */
function waitForPressure(city: City, row: number, t: Ticket): void {
  const isPressed = t.limitMs < NEVER;
  plan(city, row, Stage.pressed, isPressed ? NEVER : city.now + unpressedMs);
}

/** The city presses: who was waiting for that does the least that will do. */
export function giveIn(city: City, row: number, t: Ticket): void {
  if (city.gaming[t.lead] !== signAndWait) {
    goToDesk(city, row, t);
    return;
  }
  setFlag(city, row, LiveFlag.unworked);
  answer(city, row, t);
}

/** The matter waits for somebody free, or is begun at once. */
export function goToDesk(city: City, row: number, t: Ticket): void {
  const { live, desks, tallies, rules, params } = city;
  const unit = t.lead;
  openDesk(city, unit);
  live.times[row * timesWidth + Times.ready] = city.now;
  // What such a unit works on only because it is pressed comes after everything else.
  const isLast = city.gaming[unit] === shortTiersOnly && t.limitMs > shortLimitMs;
  live.times[row * timesWidth + Times.due] = isLast ? NEVER : t.dueAt;
  tallies.atDesk.add(unit, 1, city.now);
  const isUrgent = rules.tiers[t.tier]!.limitMs <= params.onCallMs;
  if (isUrgent) desks.callOut(unit, row);
  if (isUrgent || desks.seize(unit, row, city.laneOf[t.tier]!)) begin(city, row);
  else plan(city, row, Stage.queue, NEVER);
  city.help?.call(row);
}

/** A unit that nobody was planned for gets somebody as its first work comes. */
export function openDesk({ posts, desks }: City, unit: number): void {
  if (posts[unit] !== 0) return;
  posts[unit] = 1;
  desks.setOnDuty(unit, 1);
}

/** Somebody takes the matter up, or a helper's part of one, which has no number, or a ticket of the past. */
export function begin(city: City, row: number): void {
  const { params, tallies, live, help, past } = city;
  if (row >= pastFrom) {
    past!.begin(row - pastFrom);
    return;
  }
  if (help !== undefined && live.words[row * liveWidth + Live.number] === 0) {
    help.begin(row);
    return;
  }
  lookBefore(city, row, city.now);
  const t = live.ticket.read(row);
  const readyAt = live.times[row * timesWidth + Times.ready]!;
  tallies.waits.observe(t.lead, city.now - readyAt, readyAt);
  const again = t.reopens > 0 ? params.workAgainShare : 1;
  const shared = city.early?.workShare(row, t) ?? 1;
  const hours = params.workHours[t.tier]! * params.workFactor[t.item]! * again * shared;
  const workMs = drawMs(params.work, hours, luckWordOf(city, row), Luck.work, t.reopens);
  city.workTodayMs += workMs;
  if (city.isMeasured) tallies.workHours[t.lead]! += workMs / hourMs;
  plan(city, row, Stage.work, city.now + workMs);
}

/** The unit's own part is done; its helpers' too, or the matter waits for them. */
export function finishWork(city: City, row: number, t: Ticket): void {
  const { tallies, live, help } = city;
  const unit = t.lead;
  const readyAt = live.times[row * timesWidth + Times.ready]!;
  tallies.atDesk.add(unit, -1, city.now);
  tallies.stays.observe(unit, city.now - readyAt, readyAt);
  if (help?.holds(t) === true) {
    // Work went on quietly; from here on each promise is looked at, so those behind are kept first.
    wake(city, row);
    plan(city, row, Stage.helped, NEVER);
  } else goOnWithHelpers(city, row, t);
  admitNext(city, unit, row);
}

/** The lead's own work is done, and with it that of helpers who have no desk of their own. */
export function goOnWithHelpers(city: City, row: number, t: Ticket): void {
  for (let i = 0; i < t.helpersCount; i += 1) {
    if (helperDoneAt(t, i) !== NEVER) continue;
    commands.helperDone.by = helperUnit(t, i);
    ask(city, row, commands.helperDone, steps.helperDone);
  }
  goOn(city, row, t);
}

/** Somebody of the unit is done with a ticket, and takes up the next. */
export function admitNext(city: City, unit: number, row: number): void {
  const next = city.desks.release(unit, row);
  if (next >= 0) begin(city, next);
}

/** Everybody's work is done. What is left is in other hands, then the lead answers. */
export function goOn(city: City, row: number, t: Ticket): void {
  const { params } = city;
  const hours = params.outsideHours[t.tier]!;
  if (hours === 0) answer(city, row, t);
  else {
    const outsideMs = drawMs(params.outside, hours, luckWordOf(city, row), Luck.outside, t.reopens);
    plan(city, row, Stage.outside, city.now + outsideMs);
  }
}

/** The lead answers, and the hotline will ask the citizen. */
export function answer(city: City, row: number, t: Ticket): void {
  commands.answer.by = t.lead;
  if (!ask(city, row, commands.answer, steps.answer)) {
    plan(city, row, Stage.stuck, NEVER);
    return;
  }
  if (t.overdueAt !== NEVER || t.wasLate) setFlag(city, row, LiveFlag.late);
  noteOverdue(city, row, t);
  moveInHand(city, t.lead, -1);
  noteHandling(city, t);
  planCallback(city, row, t);
}

function noteHandling({ isMeasured, tallies }: City, t: Ticket): void {
  if (!isMeasured || t.reopens > 0) return;
  tallies.handledMs[0]! += t.answeredAt - t.openedAt;
  tallies.handledMs[1]! += 1;
  tallies.handling[t.tier]!.add((t.answeredAt - t.openedAt) / hourMs);
  if (t.overdueAt !== NEVER) tallies.lateness[t.tier]!.add((t.answeredAt - t.dueAt) / hourMs);
}

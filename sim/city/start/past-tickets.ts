import { monthEndOf } from '../../../functions/core/calendar/month-end.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { leadFor } from '../../../functions/core/ticket/transitions/dispatching.ts';
import { NEVER } from '../../../functions/core/time.ts';
import type { EventHandler } from '../../engine/event-handler.ts';
import type { City } from '../city.ts';
import { CityEvent } from '../city-event.ts';
import type { Contact } from '../contact.ts';
import { admitNext, begin, goOnWithHelpers, openDesk } from '../handling.ts';
import { drawMs } from '../length-law.ts';
import { Live, LiveFlag, liveWidth, Stage, Times, timesWidth } from '../live-tickets.ts';
import { Luck } from '../luck.ts';
import { runAhead } from '../steps.ts';
import { plan } from '../ticket-plan.ts';
import { At, PastLife } from './past-life.ts';
import { writeHistory } from './write-history.ts';

/**
 * The warm-up without the lives that nobody will see. Most of its tickets are over before anything is measured, or have been
 * answered and are called back only after the end: all they leave behind is that they held a desk for a while. So a plain
 * one only waits for its desk and holds it, in the same queue and for just as long as otherwise. When its work ends it is
 * known what becomes of it: it is forgotten, or opened, signed and contacted by the rules, each at the time at which that
 * happened, and lived on. What is measured is the same to the last digit.
 *
 * A past ticket has a row like any other, of which it fills two lines only, and events of its own kind.
 */
export class PastTickets {
  private readonly city: City;
  private readonly life: PastLife;
  private readonly measuredFrom: number;
  private isOver = false;

  constructor(city: City) {
    this.city = city;
    this.life = new PastLife(city);
    this.measuredFrom = city.warmUp.endsAt;
  }

  /** Takes a request of the past that is plain so far; false for one to be lived whole. */
  takes(contact: Contact, kind: number, at: number): boolean {
    if (at >= this.measuredFrom) return false;
    const { city, life } = this;
    const { rules } = city;
    const { item, place } = contact;
    const lead = leadFor(rules, item, place, at);
    if (lead === noUnit || city.gaming[lead] !== 0) return false;
    life.item = item;
    life.place = place;
    life.kind = kind;
    life.word = contact.word;
    life.lead = lead;
    life.tier = rules.items.tier[item]!;
    if (!life.isPlain) return false;
    life.planSteps(at);
    this.enter(contact);
    return true;
  }

  /** A past ticket has come to its desk, or its work is done. */
  handle(row: number): void {
    const { lookAhead } = this.city;
    if (lookAhead.isBehind) lookAhead.read();
    if (this.city.live.words[row * liveWidth + Live.stage] === Stage.ready) this.goToDesk(row);
    else this.finishWork(row);
  }

  /** Somebody takes a past ticket up. */
  begin(row: number): void {
    const { city } = this;
    const { params, live } = city;
    const { tier, item } = live.ticket.read(row);
    const word = live.words[row * liveWidth + Live.word]!;
    const hours = params.workHours[tier]! * params.workFactor[item]!;
    this.await(row, Stage.work, city.env.now + drawMs(params.work, hours, word, Luck.work, 0));
  }

  /** As the measured time begins, whoever is at a desk or on the way there becomes a ticket; `at` is the next request's time. */
  reach(at: number, handle: EventHandler): void {
    if (this.isOver || at < this.measuredFrom) return;
    this.isOver = true;
    const { city, life } = this;
    const { live } = city;
    city.env.runUntil(this.measuredFrom, handle);
    city.now = this.measuredFrom;
    live.forEachPast((row) => {
      this.recall(row);
      const stage = live.words[row * liveWidth + Live.stage]! as Stage;
      const actAt = live.times[row * timesWidth + Times.act]!;
      life.planSteps(life.times[At.opened]!);
      const signedAt = life.times[At.signed]!;
      writeHistory(city, row, life);
      if (stage !== Stage.ready) plan(city, row, stage, actAt);
      else if (signedAt >= this.measuredFrom) plan(city, row, Stage.sign, signedAt);
      else plan(city, row, Stage.contact, actAt);
      runAhead(city, row);
    });
  }

  /** Its row keeps what the desk has to know and what a ticket will be opened from. */
  private enter({ word, flags, caller, address, cause }: Contact): void {
    const { city, life } = this;
    const { live } = city;
    const row = live.takeBlank();
    const at = row * liveWidth;
    const { words } = live;
    city.tickets += 1;
    words[at + Live.word] = word;
    words[at + Live.number] = city.tickets;
    words[at + Live.flags] = flags | LiveFlag.past;
    words[at + Live.caller] = caller;
    words[at + Live.address] = address;
    words[at + Live.cause] = cause;
    const t = live.ticket.read(row);
    t.item = life.item;
    t.place = life.place;
    t.kind = life.kind;
    t.lead = life.lead;
    t.tier = life.tier;
    t.openedAt = life.times[At.opened]!;
    live.times[row * timesWidth + Times.due] = life.times[At.due]!;
    this.await(row, Stage.ready, life.times[At.desk]!);
  }

  /** The matter waits for somebody free, or is begun at once. */
  private goToDesk(row: number): void {
    const { city } = this;
    const { live, desks, tallies, rules, params } = city;
    const { lead, tier } = live.ticket.read(row);
    const { now } = city.env;
    openDesk(city, lead);
    live.times[row * timesWidth + Times.ready] = now;
    tallies.atDesk.add(lead, 1, now);
    const isUrgent = rules.tiers[tier]!.limitMs <= params.onCallMs;
    if (isUrgent) desks.callOut(lead, row);
    if (isUrgent || desks.seize(lead, row, city.laneOf[tier]!)) begin(city, row);
    else {
      live.words[row * liveWidth + Live.stage] = Stage.queue;
      live.words[row * liveWidth + Live.event] = -1;
      live.times[row * timesWidth + Times.act] = NEVER;
    }
  }

  private finishWork(row: number): void {
    const { city, life } = this;
    const { lead } = city.live.ticket.read(row);
    const { now } = city.env;
    city.tallies.atDesk.add(lead, -1, now);
    this.recall(row);
    if (life.isGone(now)) this.forget(row);
    else {
      life.planSteps(life.times[At.opened]!);
      writeHistory(city, row, life);
      goOnWithHelpers(city, row, city.live.ticket.read(row));
      runAhead(city, row);
    }
    admitNext(city, lead, row);
  }

  private forget(row: number): void {
    const { live } = this.city;
    live.words[row * liveWidth + Live.flags] = 0;
    live.words[row * liveWidth + Live.number] = 0;
    live.give(row);
  }

  /** Its next event; the stage says which. */
  private await(row: number, stage: Stage, at: number): void {
    const { live, env } = this.city;
    live.words[row * liveWidth + Live.stage] = stage;
    live.times[row * timesWidth + Times.act] = at;
    live.words[row * liveWidth + Live.event] = env.timer(at, CityEvent.past, row);
  }

  private recall(row: number): void {
    const { city, life } = this;
    const { item, place, kind, lead, tier, openedAt } = city.live.ticket.read(row);
    life.item = item;
    life.place = place;
    life.kind = kind;
    life.lead = lead;
    life.tier = tier;
    life.word = city.live.words[row * liveWidth + Live.word]!;
    life.times[At.opened] = openedAt;
    life.times[At.due] = city.live.times[row * timesWidth + Times.due]!;
    if (city.rules.handling.startsAt === 'sign') life.planSteps(openedAt);
  }
}

/**
 * For a run in which nobody looks at what is left out; undefined for others: a trace shows every ticket, causes are watched
 * for in all of them, calls and helpers' parts take people of their own, and the board of a month counts all that ended in
 * it and moves what units do.
 */
export function pastTickets(city: City): PastTickets | undefined {
  const { setup, sink, warmUp, startAt, endAt, rules } = city;
  const { early, seats, units } = setup.scenario;
  const isWatched = [sink, early, seats, units.help].some((part) => part !== undefined);
  if (isWatched || warmUp.endsAt <= startAt) return undefined;
  return monthEndOf(startAt, rules.utcOffsetMs) > endAt ? new PastTickets(city) : undefined;
}

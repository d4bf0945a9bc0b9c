import { monthEndOf } from '../../../functions/core/calendar/month-end.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { leadFor } from '../../../functions/core/ticket/transitions/dispatching.ts';
import type { EventHandler } from '../../engine/event-handler.ts';
import type { City } from '../city.ts';
import type { Contact } from '../contact.ts';
import { Live, LiveFlag, liveWidth, Stage, Times, timesWidth } from '../live-tickets.ts';
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
      const signedAt = life.times[At.signed]!;
      writeHistory(city, row, life);
      if (stage !== Stage.ready) plan(city, row, stage, actAt);
      else if (signedAt >= this.measuredFrom) plan(city, row, Stage.sign, signedAt);
      else plan(city, row, Stage.contact, actAt);
      runAhead(city, row);
    });
  }

  /** The work of a past ticket is done. True if it lives on as a ticket; else its row is free. */
  livesOn(row: number): boolean {
    const { city, life } = this;
    this.recall(row);
    if (!life.isGone(city.env.now)) {
      writeHistory(city, row, life);
      return true;
    }
    const { words } = city.live;
    words[row * liveWidth + Live.flags] = 0;
    words[row * liveWidth + Live.number] = 0;
    city.live.give(row);
    return false;
  }

  /** Its row keeps what the desk has to know and what a ticket will be opened from, in fields that nobody else reads of it. */
  private enter({ word, flags, caller, address, cause }: Contact): void {
    const { city, life } = this;
    const { live } = city;
    const row = live.take();
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
    t.signedAt = life.times[At.signed]!;
    t.contactedAt = life.times[At.desk]!;
    t.reviewAt = life.times[At.tight]!;
    t.dueAt = life.times[At.due]!;
    plan(city, row, Stage.ready, life.times[At.desk]!);
  }

  private recall(row: number): void {
    const { city, life } = this;
    const t = city.live.ticket.read(row);
    life.item = t.item;
    life.place = t.place;
    life.kind = t.kind;
    life.lead = t.lead;
    life.tier = t.tier;
    life.word = city.live.words[row * liveWidth + Live.word]!;
    life.times[At.opened] = t.openedAt;
    life.times[At.signed] = t.signedAt;
    life.times[At.desk] = t.contactedAt;
    life.times[At.tight] = t.reviewAt;
    life.times[At.due] = t.dueAt;
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

import { monthEndOf } from '../../../functions/core/calendar/month-end.ts';
import { noUnit } from '../../../functions/core/rules/unit-table.ts';
import { leadFor } from '../../../functions/core/ticket/transitions/dispatching.ts';
import { NEVER } from '../../../functions/core/time.ts';
import type { EventHandler } from '../../engine/event-handler.ts';
import type { City } from '../city.ts';
import { CityEvent } from '../city-event.ts';
import type { Contact } from '../contact.ts';
import { pastFrom } from '../desk-rows.ts';
import { admitNext, goOnWithHelpers, openDesk } from '../handling.ts';
import { drawMs } from '../length-law.ts';
import { Live, liveWidth, Stage, Times, timesWidth } from '../live-tickets.ts';
import { Luck } from '../luck.ts';
import { runAhead } from '../steps.ts';
import { plan } from '../ticket-plan.ts';
import { leaveOpen } from './left-open.ts';
import { At, PastLife } from './past-life.ts';
import { indexMax, PastPool, PastStage } from './past-pool.ts';
import { writeHistory } from './write-history.ts';

/**
 * The warm-up without the lives that nobody will see. Most of its tickets are over before anything is measured, or have been
 * answered and are called back only after the end: all they leave behind is that they held a desk for a while. So a plain
 * one only waits for its desk and holds it, in the same queue and for just as long as otherwise. When its work ends it is
 * known what becomes of it: it is forgotten, or opened, signed and contacted by the rules, each at the time at which that
 * happened, and lived on. What is measured is the same to the last digit.
 *
 * A past ticket waits in `PastPool`, where desks know it as the row `pastFrom` + its line, and has events of its own kind.
 */
export class PastTickets {
  readonly pool = new PastPool();
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
    life.planEnd();
    city.tickets += 1;
    const line = this.pool.take(contact, city.tickets, life);
    this.await(line, life.times[At.desk]!);
    return true;
  }

  /** A past ticket has come to its desk, or its work is done. Those who have become tickets have events of their own. */
  handle(line: number): void {
    if (this.isOver) return;
    if (this.pool.stage(line) === PastStage.coming) this.goToDesk(line);
    else this.finishWork(line);
  }

  /** Somebody takes a past ticket up. */
  begin(line: number): void {
    const { city, pool } = this;
    const { params, rules } = city;
    const item = pool.item(line);
    const hours = params.workHours[rules.items.tier[item]!]! * params.workFactor[item]!;
    const workedAt = city.env.now + drawMs(params.work, hours, pool.luck(line), Luck.work, 0);
    pool.begin(line, workedAt);
    this.await(line, workedAt);
  }

  /** As the measured time begins, whoever is at a desk or on the way there becomes a ticket; `at` is the next request's time. */
  reach(at: number, handle: EventHandler): void {
    if (this.isOver || at < this.measuredFrom) return;
    const { city, pool } = this;
    city.env.runUntil(this.measuredFrom, handle);
    city.now = this.measuredFrom;
    this.isOver = true;
    // The lines are not given back, because the queues still go from one to the next.
    const names = new Map<number, number>();
    for (const line of pool.inUse()) names.set(pastFrom + line, this.goOn(line));
    city.desks.rename(names);
  }

  /** What a past ticket was about to do, it does as a ticket. Its row. */
  private goOn(line: number): number {
    const { city, life, pool, measuredFrom } = this;
    const stage = pool.stage(line);
    const workedAt = pool.workedAt(line);
    this.recall(line);
    const row = this.open(line);
    const signedAt = life.times[At.signed]!;
    if (stage === PastStage.waiting) plan(city, row, Stage.queue, NEVER);
    else if (stage !== PastStage.coming) plan(city, row, Stage.work, workedAt);
    else if (signedAt >= measuredFrom) plan(city, row, Stage.sign, signedAt);
    else plan(city, row, Stage.contact, life.times[At.desk]!);
    runAhead(city, row);
    return row;
  }

  /** The matter waits for somebody free, or is begun at once. */
  private goToDesk(line: number): void {
    const { city, pool } = this;
    const { desks, tallies, rules, params } = city;
    const lead = pool.lead(line);
    const tier = rules.items.tier[pool.item(line)]!;
    openDesk(city, lead);
    tallies.atDesk.add(lead, 1, city.env.now);
    const isUrgent = rules.tiers[tier]!.limitMs <= params.onCallMs;
    if (isUrgent) desks.callOut(lead, pastFrom + line);
    if (isUrgent || desks.seize(lead, pastFrom + line, city.laneOf[tier]!)) this.begin(line);
    else pool.setStage(line, PastStage.waiting);
  }

  private finishWork(line: number): void {
    const { city, pool } = this;
    const lead = pool.lead(line);
    const { now } = city.env;
    city.tallies.atDesk.add(lead, -1, now);
    if (pool.stage(line) === PastStage.worked) this.goOnFromWork(line);
    pool.give(line);
    admitNext(city, lead, pastFrom + line);
  }

  private goOnFromWork(line: number): void {
    const { city, life } = this;
    this.recall(line);
    if (leaveOpen(city, life)) return;
    const row = this.open(line);
    goOnWithHelpers(city, row, city.live.ticket.read(row));
    runAhead(city, row);
  }

  private recall(line: number): void {
    const { city, life, pool } = this;
    pool.recall(line, life);
    life.tier = city.rules.items.tier[life.item]!;
    life.planSteps(life.times[At.opened]!);
  }

  /** Makes it, once recalled, a ticket with what has happened to it until now. Its row. */
  private open(line: number): number {
    const { city, life, pool } = this;
    const { live } = city;
    const row = live.take();
    const at = row * liveWidth;
    live.words[at + Live.word] = life.word;
    live.words[at + Live.number] = pool.number(line);
    live.words[at + Live.flags] = pool.flags(line);
    live.words[at + Live.caller] = pool.caller(line);
    live.words[at + Live.address] = pool.address(line);
    live.times[row * timesWidth + Times.ready] = life.times[At.desk]!;
    live.times[row * timesWidth + Times.due] = life.times[At.due]!;
    writeHistory(city, row, life);
    return row;
  }

  /** Its next event; the stage says which. */
  private await(line: number, at: number): void {
    this.city.env.schedule(at, CityEvent.past, line);
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
  if (rules.items.count > indexMax || rules.units.count > indexMax) return undefined;
  return monthEndOf(startAt, rules.utcOffsetMs) > endAt ? new PastTickets(city) : undefined;
}

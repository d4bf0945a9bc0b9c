import { hourMs, minuteMs, secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import { arrive } from '../arrivals.ts';
import type { City } from '../city.ts';
import { CityEvent } from '../city-event.ts';
import { Count } from '../city-tallies.ts';
import type { Contact } from '../contact.ts';
import { drawMs, exponentialLength, type LengthLaw, logNormalLength } from '../length-law.ts';
import { Luck, luckOf } from '../luck.ts';
import type { PartResult } from '../parts/part-result.ts';
import { CallPool, consultKind } from './call-pool.ts';
import { CallQueue } from './call-queue.ts';
import { ConsultCalls } from './consult-calls.ts';
import { Level, type SeatMeasure, SeatTallies } from './seat-tallies.ts';
import type { SeatPlan } from './seats-schema.ts';

/** Steps of calls, as the last bits of an event's entity; the rest is a call or an hour of the run. */
const Step = { consult: 0, end: 1, hangUp: 2, redial: 3, hour: 4 } as const;
const stepWidth = 8;

/** The seats of the hotline (话务坐席): callers wait for an agent, hang up, dial again; who is answered may make a ticket. */
export class Seats {
  readonly tallies: SeatTallies;
  private readonly city: City;
  private readonly plan: SeatPlan;
  private readonly calls = new CallPool();
  private readonly queue = new CallQueue(this.calls);
  private readonly consults: ConsultCalls;
  private readonly luck: Stream;
  private readonly talk: { readonly consult: LengthLaw; readonly ticket: LengthLaw };
  private readonly patience: LengthLaw | undefined;
  private readonly redialAfter: LengthLaw;
  private agents = 0;
  private busy = 0;

  constructor(city: City) {
    const { streams, startAt, warmUp, plans, env, setup } = city;
    const plan = setup.scenario.seats!;
    this.city = city;
    this.plan = plan;
    this.tallies = new SeatTallies(warmUp, startAt);
    this.luck = streams.of('seats: luck');
    this.consults = new ConsultCalls(plans, streams.of('seats: consults'), startAt);
    const law = ({ mean, variation }: { readonly mean: number; readonly variation: number }) =>
      plan.law.value === 'exponential' ? exponentialLength(mean) : logNormalLength({ mean, variation });
    this.talk = { consult: law(plan.consultTalk.value), ticket: law(plan.ticketTalk.value) };
    this.patience = plan.patienceSeconds && exponentialLength(plan.patienceSeconds.value);
    this.redialAfter = exponentialLength(plan.redial.afterMinutes.value);
    env.schedule(startAt, CityEvent.seats, Step.hour);
  }

  /** So many calls of a day will be settled at once: they come in their hours. */
  beginDay(day: number, count: number): void {
    this.consults.begin(day, count);
    this.planConsult();
  }

  /** Takes a request that comes by telephone; false for one that needs no agent. */
  takes(contact: Contact, kind: number): boolean {
    if (luckOf(contact.word, Luck.channel) >= this.city.params.phoneShare) return false;
    this.offer(this.calls.take(contact, kind));
    return true;
  }

  handle(entity: number): void {
    const id = Math.floor(entity / stepWidth);
    const step = entity % stepWidth;
    if (step === Step.end) this.end(id);
    else if (step === Step.consult) this.consult();
    else if (step === Step.hangUp) this.hangUp(id);
    else if (step === Step.redial) this.offer(id);
    else this.beginHour(id);
  }

  measures(): Readonly<Record<SeatMeasure, number>> {
    return this.tallies.measures(this.city.env.now);
  }

  result(): PartResult {
    return this.tallies.result();
  }

  private offer(id: number): void {
    const { env, startAt, isMeasured } = this.city;
    const call = this.calls.get(id);
    call.madeAt = env.now;
    call.isMeasured = isMeasured;
    call.hour = Math.floor((env.now - startAt) / hourMs) % 24;
    if (isMeasured) this.tallies.offered[call.hour]! += 1;
    if (this.busy < this.agents) {
      this.answer(id);
      return;
    }
    this.queue.join(id);
    this.tallies.levels.set(Level.waiting, this.queue.length, env.now);
    call.hangUp = -1;
    if (this.patience === undefined) return;
    const afterMs = drawMs(this.patience, this.patience.mean / 3_600, call.word, Luck.patience, call.tries);
    call.hangUp = env.timer(env.now + afterMs, CityEvent.seats, id * stepWidth + Step.hangUp);
  }

  private answer(id: number): void {
    const { env } = this.city;
    const { kind, word, isMeasured, madeAt, hour } = this.calls.get(id);
    const waitMs = env.now - madeAt;
    if (isMeasured) {
      this.tallies.answered[hour]! += 1;
      this.tallies.waitMs[hour]! += waitMs;
      if (waitMs > 0) this.tallies.waited[hour]! += 1;
      if (waitMs <= this.plan.levelSeconds.value * secondMs) this.tallies.inTime[hour]! += 1;
    }
    this.moveBusy(1);
    const law = kind === consultKind ? this.talk.consult : this.talk.ticket;
    const talkMs = drawMs(law, law.mean / 3_600, word, Luck.talk, 0);
    env.schedule(env.now + talkMs, CityEvent.seats, id * stepWidth + Step.end);
  }

  /** A call is over: a ticket is made of it, or it was settled; the agent takes the next. */
  private end(id: number): void {
    const call = this.calls.get(id);
    this.moveBusy(-1);
    if (call.kind === consultKind) this.settle();
    else arrive(this.city, call, call.kind);
    this.calls.give(id);
    this.serve();
  }

  private settle(): void {
    const { city } = this;
    city.contactsToday += 1;
    if (!city.isMeasured) return;
    const { counts } = city.tallies;
    counts[Count.contacts]! += 1;
    counts[Count.settledAtDesk]! += 1;
    counts[Count.phone]! += 1;
  }

  private serve(): void {
    while (this.busy < this.agents && this.queue.length > 0) {
      const id = this.queue.shift();
      const { hangUp } = this.calls.get(id);
      if (hangUp >= 0) this.city.env.cancel(hangUp, id * stepWidth + Step.hangUp);
      this.answer(id);
    }
    this.tallies.levels.set(Level.waiting, this.queue.length, this.city.env.now);
  }

  private hangUp(id: number): void {
    const { env } = this.city;
    const call = this.calls.get(id);
    this.queue.leave(id);
    this.tallies.levels.set(Level.waiting, this.queue.length, env.now);
    if (call.isMeasured) this.tallies.abandoned[call.hour]! += 1;
    const { share, timesMax } = this.plan.redial;
    const isBack = call.tries < timesMax.value && luckOf(call.word, Luck.redial, call.tries) < share.value;
    if (!isBack) {
      if (call.isMeasured) this.tallies.lost += 1;
      this.calls.give(id);
      return;
    }
    const { mean } = this.redialAfter;
    const afterMs = drawMs(
      this.redialAfter,
      (mean * minuteMs) / hourMs,
      call.word,
      Luck.redialAfter,
      call.tries,
    );
    call.tries += 1;
    env.schedule(env.now + afterMs, CityEvent.seats, id * stepWidth + Step.redial);
  }

  private consult(): void {
    const word = this.luck.next32();
    const caller = { item: 0, place: 0, flags: 0, word, caller: word, address: word, cause: 0 };
    this.offer(this.calls.take(caller, consultKind));
    this.planConsult();
  }

  private planConsult(): void {
    const at = this.consults.next();
    if (at < Number.POSITIVE_INFINITY) this.city.env.schedule(at, CityEvent.seats, Step.consult);
  }

  /** Other agents take their seats. Whoever speaks when the shift ends speaks on. */
  private beginHour(hour: number): void {
    const { env, table, days, isMeasured } = this.city;
    const { workdays, daysOff } = this.plan.agents.value;
    const ofDay = hour % 24;
    this.agents = (table.isWorkday[Math.floor(hour / 24)] === true ? workdays : daysOff)[ofDay]!;
    this.tallies.levels.set(Level.agents, this.agents, env.now);
    if (isMeasured) {
      this.tallies.agents[ofDay]! += this.agents;
      this.tallies.hours[ofDay]! += 1;
    }
    this.serve();
    if (hour + 1 < days * 24)
      env.schedule(env.now + hourMs, CityEvent.seats, (hour + 1) * stepWidth + Step.hour);
  }

  private moveBusy(by: 1 | -1): void {
    this.busy += by;
    this.tallies.levels.set(Level.busy, this.busy, this.city.env.now);
  }
}

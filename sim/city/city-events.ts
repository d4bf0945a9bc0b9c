import { isoDateOf } from '../../functions/core/calendar/civil-day.ts';
import { monthOf } from '../../functions/core/calendar/month-of.ts';
import { dayMs, type EpochMs, hourMs } from '../../functions/core/time.ts';
import { gamma } from '../engine/distributions/gamma.ts';
import { drawPoisson } from '../engine/distributions/poisson.ts';
import { arrive } from './arrivals.ts';
import type { City } from './city.ts';
import { CityEvent } from './city-event.ts';
import { Count } from './city-tallies.ts';
import { begin, giveIn } from './handling.ts';
import { Live, liveWidth, Stage, Times, timesWidth } from './live-tickets.ts';
import { look, lookBefore } from './looking.ts';
import { type MonthFigures, monthFigures } from './month-figures.ts';
import { onDuty } from './roster.ts';
import type { DayResult, MonthResult } from './run-result.ts';
import { perform, runAhead } from './steps.ts';
import { stepSummons } from './summonses.ts';
import { plan, wake } from './ticket-plan.ts';

/** Handles the events of one run and keeps the series that come day by day and month by month. */
export class CityEvents {
  private readonly days: Omit<DayResult, 'closed' | 'overdueOpen'>[] = [];
  readonly months: MonthResult[] = [];
  readonly monthly: MonthFigures[] = [];
  private readonly countsBefore: Float64Array;
  /** Gamma noise of each day, shared by all flows. */
  readonly dayNoise: Float64Array;
  private readonly city: City;
  private dutyTodayHours = 0;
  readonly handle = (kind: number, entity: number): void => {
    this.city.now = this.city.env.now;
    if (kind === CityEvent.act) this.act(entity);
    else if (kind === CityEvent.past) this.city.past!.handle(entity);
    else if (kind === CityEvent.summons) stepSummons(this.city, entity);
    else if (kind === CityEvent.again) this.comeAgain(entity);
    else if (kind === CityEvent.shift) this.changeShift(entity);
    else if (kind === CityEvent.day) this.endDay(entity);
    else if (kind === CityEvent.early) this.city.early!.handle(entity);
    else if (kind === CityEvent.help) this.city.help!.finish(entity);
    else if (kind === CityEvent.seats) this.city.seats!.handle(entity);
    else this.endMonth();
  };

  constructor(city: City) {
    this.city = city;
    this.countsBefore = new Float64Array(city.tallies.counts.length);
    const { streams, days, setup, env, startAt } = city;
    const noise = streams.of('day noise');
    const law = gamma({ mean: 1, shape: setup.scenario.load.dayNoiseShape.value });
    this.dayNoise = Float64Array.from({ length: days }, () => law.draw(noise));
    env.schedule(startAt, CityEvent.shift, 0);
    env.schedule(startAt + dayMs, CityEvent.day, 0, afterAll);
    this.awaitMonth(startAt);
    this.takeDeskContacts(0);
  }

  /** The measured days. What tickets came to on each is known when the run is over: they may be ahead of it, or behind. */
  get daily(): readonly DayResult[] {
    const { closedOn, overdueOn, setup } = this.city;
    const first = setup.scenario.warmUpDays;
    let overdueOpen = overdueOn.subarray(0, first).reduce((sum, change) => sum + change, 0);
    return this.days.map((day, i) => {
      overdueOpen += overdueOn[first + i]!;
      return { ...day, closed: closedOn[first + i]!, overdueOpen };
    });
  }

  /** A ticket's one event: the step planned, or before it a promise that has come due. */
  private act(row: number): void {
    const { city } = this;
    const { live, env, lookAhead } = city;
    if (lookAhead.isBehind) lookAhead.read();
    live.words[row * liveWidth + Live.event] = -1;
    const stage = live.words[row * liveWidth + Live.stage]!;
    const actAt = live.times[row * timesWidth + Times.act]!;
    if (actAt <= env.now) {
      lookBefore(city, row, env.now);
      perform(city, row, stage as Stage);
      runAhead(city, row);
      return;
    }
    look(city, row, stage as Stage);
    const t = live.ticket.read(row);
    if (stage === Stage.pressed && t.rung >= city.rules.ladder.count) giveIn(city, row, t);
    else plan(city, row, stage as Stage, actAt);
    runAhead(city, row);
  }

  private comeAgain(id: number): void {
    const matter = this.city.again.take(id);
    if (this.city.seats?.takes(matter, matter.kind) !== true) arrive(this.city, matter, matter.kind);
  }

  /** Another share of the posts goes on duty; where there are more of them, work begins. */
  private changeShift(index: number): void {
    const { city } = this;
    const { env, desks, posts, spans, tallies, startAt, warmUp } = city;
    const { share, untilMs } = spans[index]!;
    const hours = (startAt + untilMs - env.now) / hourMs;
    const measuredHours = Math.max(0, startAt + untilMs - Math.max(env.now, warmUp.endsAt)) / hourMs;
    for (let unit = 0; unit < posts.length; unit += 1) {
      if (posts[unit] === 0) continue;
      const people = onDuty(posts[unit]!, share);
      desks.setOnDuty(unit, people);
      tallies.dutyHours[unit]! += people * measuredHours;
      this.dutyTodayHours += people * hours;
      for (let row = desks.admit(unit); row >= 0; row = desks.admit(unit)) begin(city, row);
    }
    if (index + 1 < spans.length) env.schedule(startAt + untilMs, CityEvent.shift, index + 1);
  }

  private endDay(day: number): void {
    const { city } = this;
    const backlog = city.tallies.inHand.endDay(day);
    if (day >= city.setup.scenario.warmUpDays) {
      this.days.push({
        date: isoDateOf(city.table.first + day),
        contacts: city.contactsToday,
        tickets: city.ticketsToday,
        backlog,
        utilisation: this.dutyTodayHours > 0 ? city.workTodayMs / hourMs / this.dutyTodayHours : 0,
      });
    }
    city.contactsToday = 0;
    city.ticketsToday = 0;
    city.workTodayMs = 0;
    this.dutyTodayHours = 0;
    if (day + 1 >= city.days) return;
    this.takeDeskContacts(day + 1);
    city.env.schedule(city.env.now + dayMs, CityEvent.day, day + 1, afterAll);
  }

  /** Contacts that are settled at the desk (当场答复) give no ticket: only their number is drawn. */
  private takeDeskContacts(day: number): void {
    const { plans, streams, tallies, setup, seats } = this.city;
    const isMeasured = day >= setup.scenario.warmUpDays;
    let calls = 0;
    for (const { name, perHour, deskPerTicket } of plans) {
      let expected = 0;
      for (let hour = day * 24; hour < day * 24 + 24; hour += 1) expected += perHour[hour]!;
      const stream = streams.of(`${name}: desk`);
      const settled = drawPoisson(stream, expected * deskPerTicket * this.dayNoise[day]!);
      const byPhone = Math.round(settled * this.city.params.phoneShare);
      calls += byPhone;
      // Where calls wait for an agent, each counts as it ends.
      const atOnce = seats === undefined ? settled : settled - byPhone;
      this.city.contactsToday += atOnce;
      if (!isMeasured) continue;
      tallies.counts[Count.contacts]! += atOnce;
      tallies.counts[Count.settledAtDesk]! += atOnce;
      if (seats === undefined) tallies.counts[Count.phone]! += byPhone;
    }
    seats?.beginDay(day, calls);
  }

  /** The boards of the month come out, and units read them. */
  private endMonth(): void {
    const { city } = this;
    const { env, rules, warmUp, boards, effort } = city;
    // A ticket that waits for its callback wakes for nothing else; late and open, it counts as the month ends.
    city.live.forEachAlive((row) => {
      if (city.live.ticket.read(row).nextAt >= env.now) return;
      lookBefore(city, row, env.now);
      wake(city, row);
    });
    const monthAt = env.now - dayMs;
    const month = boards.close(monthOf(monthAt, rules.utcOffsetMs));
    const beganAt = Date.parse(`${month.month}-01T00:00:00Z`) - rules.utcOffsetMs;
    if (beganAt >= warmUp.endsAt) {
      this.months.push(month);
      this.monthly.push(monthFigures(month.month, city.tallies.counts, this.countsBefore));
    }
    this.countsBefore.set(city.tallies.counts);
    effort.feedBack(month.groups);
    city.early?.endMonth();
    this.awaitMonth(env.now);
  }

  /** The month of `at` ends as the next one begins. */
  private awaitMonth(at: EpochMs): void {
    const { city } = this;
    const { utcOffsetMs } = city.rules;
    const local = new Date(at + utcOffsetMs);
    const endsAt = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - utcOffsetMs;
    city.env.schedule(endsAt, CityEvent.month, 0, afterAll);
    city.aheadUntil = Math.min(endsAt, city.endAt);
  }
}

/** Whatever else happens at that instant, such as the count of what is overdue as a month ends, comes first. */
const afterAll = 9;

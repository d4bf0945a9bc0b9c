import type { Rules } from '../../functions/core/rules/rules.ts';
import { dayMs, type EpochMs } from '../../functions/core/time.ts';
import { Environment } from '../engine/environment.ts';
import { Streams } from '../engine/streams.ts';
import { WarmUp } from '../engine/warm-up.ts';
import { CityBoards } from './city-boards.ts';
import { CityEvent } from './city-event.ts';
import { CityOut } from './city-out.ts';
import { type CityParams, cityParams } from './city-params.ts';
import type { CitySetup } from './city-setup.ts';
import { CityTallies } from './city-tallies.ts';
import { type DayTable, dayTable } from './day-table.ts';
import { DeskRows } from './desk-rows.ts';
import { type DeskPool, Desks } from './desks.ts';
import { EarlyAction } from './early/early-action.ts';
import { type FlowPlan, flowPlans } from './flow-plan.ts';
import { gamingUnits } from './gaming.ts';
import { Help } from './help/help.ts';
import { LiveTickets } from './live-tickets.ts';
import { LookAhead } from './look-ahead.ts';
import { MattersAgain } from './matters-again.ts';
import { type DutySpan, dutySpans } from './roster.ts';
import { Seats } from './seats/seats.ts';
import { Skills } from './skills/skills.ts';
import { postsFor } from './staffing.ts';
import { type PastTickets, pastTickets } from './start/past-tickets.ts';
import { SummonsPool } from './summons-pool.ts';
import type { TraceSink } from './trace-sink.ts';
import { UnitEffort } from './unit-effort.ts';

/** A city in the middle of a run: all state of the model. The files beside this one say what happens to it. */
export class City {
  readonly setup: CitySetup;
  readonly rules: Rules;
  readonly params: CityParams;
  readonly days: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly table: DayTable;
  readonly plans: readonly FlowPlan[];
  readonly spans: readonly DutySpan[];
  readonly streams: Streams;
  readonly env: Environment;
  readonly warmUp: WarmUp;
  readonly live: LiveTickets;
  readonly desks: DeskPool;
  readonly lookAhead: LookAhead;
  readonly posts: Int32Array;
  /** The lane of each tier at a desk: one for all, or the shortest limit first. */
  readonly laneOf: Int32Array;
  /** By unit: index of `gamingStrategies` plus 1, 0 for an honest one. */
  readonly gaming: Uint8Array;
  readonly effort: UnitEffort;
  readonly summonses: SummonsPool;
  readonly again = new MattersAgain();
  readonly tallies: CityTallies;
  readonly boards: CityBoards;
  /** Undefined where every ticket of the warm-up is lived whole. */
  readonly past: PastTickets | undefined;
  /** Undefined where the scenario says nothing of causes. */
  readonly early: EarlyAction | undefined;
  /** Undefined where the scenario says nothing of skills, of helpers' desks, of the hotline's seats. */
  readonly skills: Skills | undefined;
  readonly help: Help | undefined;
  readonly seats: Seats | undefined;
  readonly out: CityOut;
  readonly sink: TraceSink | undefined;
  /** Commands the rules refused, by command and code: none in a model that fits its pack. */
  readonly refused = new Map<string, number>();
  decisions = 0;
  tickets = 0;
  /** Of today, and now. */
  contactsToday = 0;
  ticketsToday = 0;
  overdueOpen = 0;
  /** By day of the run: tickets that ended, and how many more are open and overdue. */
  readonly closedOn: Int32Array;
  readonly overdueOn: Int32Array;
  /** Whether steps that concern nobody else may be taken as soon as they are planned, see `isPrivate`. */
  readonly runsAhead: boolean;
  /** The instant at which what is decided happens, the one up to which steps may be taken ahead, and the work of today. */
  private readonly times = new Float64Array(3);

  constructor(setup: CitySetup, sink?: TraceSink) {
    const { scenario, rules } = setup;
    this.setup = setup;
    this.rules = rules;
    this.sink = sink;
    this.days = setup.days ?? scenario.days;
    if (!Number.isInteger(this.days) || this.days <= scenario.warmUpDays) {
      throw new RangeError(
        `${this.days} days are no more than the warm-up of ${scenario.warmUpDays}: nothing would be measured`,
      );
    }
    this.params = cityParams(scenario, rules);
    this.table = dayTable(scenario, this.days);
    this.startAt = this.table.first * dayMs - rules.utcOffsetMs;
    this.endAt = this.startAt + this.days * dayMs;
    this.closedOn = new Int32Array(this.days);
    this.overdueOn = new Int32Array(this.days);
    this.now = this.startAt;
    this.plans = flowPlans(setup, this.table);
    this.spans = dutySpans(scenario.units.shifts.value, this.table.isWorkday);
    this.streams = new Streams(runSeed(setup));
    this.env = new Environment({
      startAt: this.startAt,
      eventsMax: 2 ** 32 - 1,
      ahead: (kind, entity) => {
        if (kind === CityEvent.past) this.past!.pool.touch(entity);
        else if (kind === CityEvent.act) this.lookAhead.expect(entity);
      },
    });
    this.warmUp = new WarmUp(this.startAt + scenario.warmUpDays * dayMs);
    this.posts = postsFor(setup, this.plans[0]!, this.spans);
    this.past = pastTickets(this);
    this.live = new LiveTickets(this.expectedAlive());
    const discipline = scenario.units.queue.value;
    this.laneOf = discipline === 'fifo' ? new Int32Array(rules.tiers.length) : lanesByLimit(rules);
    const lanes = discipline === 'fifo' ? 1 : rules.tiers.length;
    const rows = new DeskRows(this.live, this.past?.pool);
    this.skills = scenario.units.skills && new Skills(this, rows, lanes, discipline === 'due');
    this.desks = this.skills?.desks ?? new Desks(rules.units.count, lanes, discipline === 'due', rows);
    this.lookAhead = new LookAhead(this.live, this.desks);
    this.gaming = gamingUnits(this);
    this.effort = new UnitEffort(this);
    this.summonses = new SummonsPool();
    this.tallies = new CityTallies(rules, this.warmUp, this.startAt, this.days);
    this.boards = new CityBoards(rules);
    this.out = new CityOut(this);
    this.early = scenario.early && new EarlyAction(this);
    this.help = scenario.units.help && new Help(this);
    this.seats = scenario.seats && new Seats(this);
    // A trace is told of everything in order, and who acts early looks at tickets between their steps.
    this.runsAhead = sink === undefined && this.early?.isOn !== true;
  }

  /** The instant at which what is decided happens: that of the event, or of a step taken ahead of it. */
  get now(): EpochMs {
    return this.times[0]!;
  }

  set now(at: EpochMs) {
    this.times[0] = at;
  }

  /** Until when nothing of the city at large changes that a private step reads or counts in: the month, or the run. */
  get aheadUntil(): EpochMs {
    return this.times[1]!;
  }

  set aheadUntil(at: EpochMs) {
    this.times[1] = at;
  }

  /** Work begun today. As a field it would turn from an integer to a double one day, and all code that knows a city with it. */
  get workTodayMs(): number {
    return this.times[2]!;
  }

  set workTodayMs(ms: number) {
    this.times[2] = ms;
  }

  /** The day of the run that an instant belongs to. A day's last instant is its midnight. */
  dayOf(at: EpochMs): number {
    return Math.max(0, Math.ceil((at - this.startAt) / dayMs) - 1);
  }

  /** Whether what happens now is measured. */
  get isMeasured(): boolean {
    return this.now >= this.warmUp.endsAt;
  }

  /** Rows to begin with: twelve days of tickets, most of which live eight or nine; six where many are left out. */
  private expectedAlive(): number {
    const { perHour } = this.plans[0]!;
    const perDay = (perHour.reduce((sum, rate) => sum + rate, 0) / perHour.length) * 24;
    return Math.max(1024, Math.ceil(perDay * Math.min(this.days, this.past === undefined ? 12 : 6)));
  }
}

/** One number for (seed, replication): replications of one seed are independent, and so are seeds. */
function runSeed({ seed, replication }: CitySetup): number {
  const isUsable = Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 31;
  if (!isUsable || !Number.isInteger(replication) || replication < 0 || replication >= 2 ** 20) {
    throw new RangeError(`seed ${seed} must be from 0 to 2^31 and replication ${replication} from 0 to 2^20`);
  }
  return seed * 2 ** 20 + replication;
}

function lanesByLimit({ tiers }: Rules): Int32Array {
  const order = tiers.map((_, tier) => tier).sort((a, b) => tiers[a]!.limitMs - tiers[b]!.limitMs || a - b);
  const lanes = new Int32Array(tiers.length);
  for (const [lane, tier] of order.entries()) lanes[tier] = lane;
  return lanes;
}

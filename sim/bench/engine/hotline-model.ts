import { discrete } from '../../engine/distributions/discrete.ts';
import { drawExponential } from '../../engine/distributions/exponential.ts';
import { Environment } from '../../engine/environment.ts';
import { Streams } from '../../engine/streams.ts';
import { hotline } from './hotline-parameters.ts';
import { HotlineTallies } from './hotline-tallies.ts';

/** Reference model hotline-B on the engine. Built once, it runs any number of replications. */
export class HotlineModel {
  readonly env = new Environment({ eventsMax: 2 ** 32 - 1 });
  readonly tallies = new HotlineTallies();
  /** Rows of `tallies`, eight numbers a unit; the columns of `Tally` are written out, as an imported one is looked up. */
  private readonly counts = this.tallies.rows;
  /** When the next request arrives, and the end of the warm-up: V8 boxes a double that a long loop carries. */
  private readonly instants = new Float64Array(2);
  /**
   * The requests alive, a record of 16 bytes each: its arrival as float64, then as int32 its outstanding timer (of a
   * free record, the next free one) and its facts.
   */
  private times = new Float64Array(2048);
  private words = new Int32Array(this.times.buffer);
  private free = -1;
  private used = 0;
  /** The request that waits behind each one, and of each unit its busy servers and the ends of its queue. */
  private behind = new Int32Array(1024);
  private readonly desks = new Int32Array(units * 4);

  private readonly streams = new Streams(0);
  private readonly interarrival = this.streams.of('interarrival');
  private readonly unitChoice = this.streams.of('unit');
  private readonly tierChoice = this.streams.of('tier');
  private readonly service = this.streams.of('service');
  private readonly callbackDelay = this.streams.of('callback');
  private readonly resolution = this.streams.of('resolution');
  private readonly satisfaction = this.streams.of('satisfaction');
  private readonly tier = discrete(tiers.map(({ share }) => share));
  private readonly limits = Float64Array.from(tiers, ({ limit }) => limit);
  private readonly handle = (kind: number, id: number): void => {
    if (kind === COMPLETE) this.complete(id);
    else if (kind === TIMER) this.timerFires(id);
    else this.callBack(id, kind === CALL_BACK);
  };

  /** Runs `requests` requests from an empty city to the last callback. */
  run(requests: number, seed: number): void {
    this.reset(seed);
    const interarrivalMean = 1 / (units * arrivalsPerUnit);
    const warmUpRequests = Math.floor(requests * warmUpShare);
    const { instants, env } = this;
    for (let request = 0; request < requests; request++) {
      instants[ARRIVAL]! += interarrivalMean * drawExponential(this.interarrival);
      if (request === warmUpRequests) instants[WARM]! = instants[ARRIVAL]!;
      env.runUntil(instants[ARRIVAL]!, this.handle);
      this.arrive();
    }
    env.runUntil(Number.POSITIVE_INFINITY, this.handle);
  }

  private reset(seed: number): void {
    this.env.reset();
    this.streams.reset(seed);
    this.counts.fill(0);
    this.desks.fill(-1);
    for (let unit = 0; unit < units; unit++) this.desks[unit * 4] = 0;
    this.free = -1;
    this.used = 0;
    this.instants[ARRIVAL] = 0;
    this.instants[WARM] = Number.POSITIVE_INFINITY;
  }

  private arrive(): void {
    const { env, desks } = this;
    const unit = this.unitChoice.below(units);
    const tier = this.tier.draw(this.tierChoice);
    let id = this.free;
    if (id < 0) id = this.newRecord();
    else this.free = this.words[id * 4 + 2]!;
    this.words[id * 4 + 3] = (unit << 8) | (tier << 4);
    this.times[id * 2] = env.now;
    this.words[id * 4 + 2] = env.timer(env.now + warnAt * this.limits[tier]!, TIMER, id);
    const desk = unit * 4;
    if (desks[desk]! < servers) {
      desks[desk]!++;
      this.serve(id);
      return;
    }
    const last = desks[desk + 2]!;
    if (last < 0) desks[desk + 1] = id;
    else this.behind[last] = id;
    this.behind[id] = -1;
    desks[desk + 2] = id;
  }

  private serve(id: number): void {
    const { env, counts, instants } = this;
    const arrivedAt = this.times[id * 2]!;
    if (arrivedAt >= instants[WARM]!) {
      const at = (this.words[id * 4 + 3]! >> 8) * 8;
      const served = counts[at]! + 1;
      counts[at] = served;
      counts[at + 1]! += (env.now - arrivedAt - counts[at + 1]!) / served;
    }
    env.schedule(env.now + serviceMean * drawExponential(this.service), COMPLETE, id);
  }

  private timerFires(id: number): void {
    const { env, words } = this;
    const facts = words[id * 4 + 3]!;
    if ((facts & WARNED) !== 0) {
      words[id * 4 + 3] = facts | LATE;
      return;
    }
    words[id * 4 + 3] = facts | WARNED;
    words[id * 4 + 2] = env.timer(this.times[id * 2]! + this.limits[(facts >> 4) & 0xf]!, TIMER, id);
  }

  private complete(id: number): void {
    const { env, words, counts, desks } = this;
    const facts = words[id * 4 + 3]!;
    const unit = facts >> 8;
    if ((facts & LATE) === 0) env.cancel(words[id * 4 + 2]!, id);
    let kind = CALL_BACK_UNMEASURED;
    if (this.times[id * 2]! >= this.instants[WARM]!) {
      kind = CALL_BACK;
      const at = unit * 8;
      counts[at + 2]!++;
      if ((facts & WARNED) !== 0) counts[at + 3]!++;
      if ((facts & LATE) !== 0) counts[at + 4]!++;
    }
    env.schedule(env.now + callbackMean * drawExponential(this.callbackDelay), kind, facts);
    words[id * 4 + 2] = this.free;
    this.free = id;
    const desk = unit * 4;
    const next = desks[desk + 1]!;
    if (next < 0) {
      desks[desk]!--;
      return;
    }
    const behind = this.behind[next]!;
    desks[desk + 1] = behind;
    if (behind < 0) desks[desk + 2] = -1;
    this.serve(next);
  }

  /** The record of the request is gone by now: its facts are all that is left to say, and they came with the event. */
  private callBack(facts: number, isMeasured: boolean): void {
    const isResolved = this.resolution.chance((facts & LATE) === 0 ? resolved.onTime : resolved.late);
    const isSatisfied = this.satisfaction.chance(isResolved ? satisfied.resolved : satisfied.unresolved);
    if (!isMeasured) return;
    const at = (facts >> 8) * 8;
    if (isResolved) this.counts[at + 5]!++;
    if (isSatisfied) this.counts[at + 6]!++;
  }

  private newRecord(): number {
    if (this.used * 2 === this.times.length) {
      const { times, behind } = this;
      this.times = new Float64Array(times.length * 2);
      this.times.set(times);
      this.words = new Int32Array(this.times.buffer);
      this.behind = new Int32Array(behind.length * 2);
      this.behind.set(behind);
    }
    return this.used++;
  }
}

/** Bound here once: a property of an imported object is looked up at every use. */
const {
  units,
  servers,
  arrivalsPerUnit,
  serviceMean,
  tiers,
  warnAt,
  callbackMean,
  resolved,
  satisfied,
  warmUpShare,
} = hotline;

const ARRIVAL = 0;
const WARM = 1;

/** Kinds of event. A callback is of a request that arrived after the warm-up, or of one that did not. */
const COMPLETE = 0;
const TIMER = 1;
const CALL_BACK = 2;
const CALL_BACK_UNMEASURED = 3;

/** The facts of a request: these flags, the tier from bit 4, the unit from bit 8. */
const WARNED = 1;
const LATE = 2;

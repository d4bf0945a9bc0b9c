import { CountTally } from '../../engine/count-tally.ts';
import { discrete } from '../../engine/distributions/discrete.ts';
import { drawExponential } from '../../engine/distributions/exponential.ts';
import { Environment } from '../../engine/environment.ts';
import { ObservationTally } from '../../engine/observation-tally.ts';
import { Resources } from '../../engine/resources.ts';
import { Streams } from '../../engine/streams.ts';
import { WarmUp } from '../../engine/warm-up.ts';
import { HotlineCases } from './hotline-cases.ts';
import { hotline } from './hotline-parameters.ts';

/** Reference model hotline-B on the engine. Built once, it runs any number of replications. */
export class HotlineModel {
  readonly env = new Environment({ eventsMax: 2 ** 32 - 1 });
  readonly warmUp = new WarmUp();
  readonly waits = new ObservationTally(units, this.warmUp);
  readonly done = new CountTally(units, this.warmUp);
  readonly warned = new CountTally(units, this.warmUp);
  readonly late = new CountTally(units, this.warmUp);
  readonly resolved = new CountTally(units, this.warmUp);
  readonly satisfied = new CountTally(units, this.warmUp);
  /** Timers taken out of the future event list. */
  cancelled = 0;

  private readonly servers = new Resources(Array.from({ length: units }, () => servers));
  /** When the next request arrives; in an array, because V8 boxes a double that a long loop carries. */
  private readonly arrivesAt = new Float64Array(1);
  private readonly cases = new HotlineCases();
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
    const { arrivesAt } = this;
    arrivesAt[0] = 0;
    for (let request = 0; request < requests; request++) {
      arrivesAt[0]! += interarrivalMean * drawExponential(this.interarrival);
      if (request === warmUpRequests) this.warmUp.endsAt = arrivesAt[0]!;
      this.env.runUntil(arrivesAt[0]!, this.handle);
      this.arrive();
    }
    this.env.runUntil(Number.POSITIVE_INFINITY, this.handle);
  }

  private reset(seed: number): void {
    this.env.reset();
    this.streams.reset(seed);
    this.servers.reset();
    this.cases.clear();
    this.cancelled = 0;
    this.warmUp.endsAt = Number.POSITIVE_INFINITY;
    for (const tally of [this.waits, this.done, this.warned, this.late, this.resolved, this.satisfied])
      tally.reset();
  }

  private arrive(): void {
    const { cases, env } = this;
    const unit = this.unitChoice.below(units);
    const tier = this.tier.draw(this.tierChoice);
    const id = cases.take((unit << 8) | (tier << 4));
    cases.setArrival(id, env.now);
    cases.setTimer(id, env.schedule(env.now + warnAt * this.limits[tier]!, TIMER, id));
    if (this.servers.seize(unit, id)) this.serve(id);
  }

  private serve(id: number): void {
    const { cases, env } = this;
    const arrivedAt = cases.arrivedAt(id);
    this.waits.observe(cases.facts(id) >> 8, env.now - arrivedAt, arrivedAt);
    env.schedule(env.now + serviceMean * drawExponential(this.service), COMPLETE, id);
  }

  private timerFires(id: number): void {
    const { cases, env } = this;
    const facts = cases.facts(id);
    if ((facts & WARNED) !== 0) {
      cases.setFacts(id, facts | LATE);
      return;
    }
    cases.setFacts(id, facts | WARNED);
    cases.setTimer(id, env.schedule(cases.arrivedAt(id) + this.limits[(facts >> 4) & 0xf]!, TIMER, id));
  }

  private complete(id: number): void {
    const { cases, env } = this;
    const facts = cases.facts(id);
    const unit = facts >> 8;
    if ((facts & LATE) === 0 && env.cancel(cases.timer(id), id)) this.cancelled++;
    const isMeasured = this.warmUp.isOver(cases.arrivedAt(id));
    if (isMeasured) this.countDone(unit, facts);
    env.schedule(
      env.now + callbackMean * drawExponential(this.callbackDelay),
      isMeasured ? CALL_BACK : CALL_BACK_UNMEASURED,
      facts,
    );
    cases.give(id);
    const next = this.servers.release(unit);
    if (next >= 0) this.serve(next);
  }

  private countDone(unit: number, facts: number): void {
    this.done.addMeasured(unit);
    if ((facts & WARNED) !== 0) this.warned.addMeasured(unit);
    if ((facts & LATE) !== 0) this.late.addMeasured(unit);
  }

  /** The record of the request is gone by now: its facts are all that is left to say, and they came with the event. */
  private callBack(facts: number, isMeasured: boolean): void {
    const isResolved = this.resolution.chance((facts & LATE) === 0 ? resolved.onTime : resolved.late);
    const isSatisfied = this.satisfaction.chance(isResolved ? satisfied.resolved : satisfied.unresolved);
    if (!isMeasured) return;
    if (isResolved) this.resolved.addMeasured(facts >> 8);
    if (isSatisfied) this.satisfied.addMeasured(facts >> 8);
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

/** Kinds of event. A callback is of a request that arrived after the warm-up, or of one that did not. */
const COMPLETE = 0;
const TIMER = 1;
const CALL_BACK = 2;
const CALL_BACK_UNMEASURED = 3;

/** The facts of a request: these flags, the tier from bit 4, the unit from bit 8. */
const WARNED = 1;
const LATE = 2;

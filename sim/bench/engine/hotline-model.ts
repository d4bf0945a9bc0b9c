import { CountTally } from '../../engine/count-tally.ts';
import { discrete } from '../../engine/distributions/discrete.ts';
import { drawExponential } from '../../engine/distributions/exponential.ts';
import { Environment } from '../../engine/environment.ts';
import { ObservationTally } from '../../engine/observation-tally.ts';
import { Resources } from '../../engine/resources.ts';
import { Streams } from '../../engine/streams.ts';
import { WarmUp } from '../../engine/warm-up.ts';
import { FACTS, factsOf, HotlineCases, LATE, TIMER, tierOf, unitOf, WARNED } from './hotline-cases.ts';
import { hotline } from './hotline-parameters.ts';

/** Reference model hotline-B on the engine. Built once, it runs any number of replications. */
export class HotlineModel {
  readonly env = new Environment({ eventsMax: 2 ** 32 - 1 });
  readonly warmUp = new WarmUp();
  readonly waits = new ObservationTally(hotline.units, this.warmUp);
  readonly done = new CountTally(hotline.units, this.warmUp);
  readonly warned = new CountTally(hotline.units, this.warmUp);
  readonly late = new CountTally(hotline.units, this.warmUp);
  readonly resolved = new CountTally(hotline.units, this.warmUp);
  readonly satisfied = new CountTally(hotline.units, this.warmUp);
  /** Timers taken out of the future event list. */
  cancelled = 0;

  private readonly units = new Resources(Array.from({ length: hotline.units }, () => hotline.servers));
  private readonly cases = new HotlineCases();
  private readonly streams = new Streams(0);
  private readonly interarrival = this.streams.of('interarrival');
  private readonly unitChoice = this.streams.of('unit');
  private readonly tierChoice = this.streams.of('tier');
  private readonly service = this.streams.of('service');
  private readonly callbackDelay = this.streams.of('callback');
  private readonly resolution = this.streams.of('resolution');
  private readonly satisfaction = this.streams.of('satisfaction');
  private readonly tier = discrete(hotline.tiers.map(({ share }) => share));
  private readonly limits = Float64Array.from(hotline.tiers, ({ limit }) => limit);
  private readonly handle = (kind: number, id: number): void => {
    if (kind === COMPLETE) this.complete(id);
    else if (kind === CALL_BACK) this.callBack(id);
    else this.timerFires(id);
  };

  /** Runs `requests` requests from an empty city to the last callback. */
  run(requests: number, seed: number): void {
    this.reset(seed);
    const interarrivalMean = 1 / (hotline.units * hotline.arrivalsPerUnit);
    const warmUpRequests = Math.floor(requests * hotline.warmUpShare);
    let arrivesAt = 0;
    for (let request = 0; request < requests; request++) {
      arrivesAt += interarrivalMean * drawExponential(this.interarrival);
      if (request === warmUpRequests) this.warmUp.endsAt = arrivesAt;
      this.env.runUntil(arrivesAt, this.handle);
      this.arrive();
    }
    this.env.runUntil(Number.POSITIVE_INFINITY, this.handle);
  }

  private reset(seed: number): void {
    this.env.reset();
    this.streams.reset(seed);
    this.units.reset();
    this.cases.clear();
    this.cancelled = 0;
    this.warmUp.endsAt = Number.POSITIVE_INFINITY;
    for (const tally of [this.waits, this.done, this.warned, this.late, this.resolved, this.satisfied])
      tally.reset();
  }

  private arrive(): void {
    const { cases, env } = this;
    const id = cases.take();
    const unit = this.unitChoice.below(hotline.units);
    const tier = this.tier.draw(this.tierChoice);
    cases.times[id * 2] = env.now;
    cases.words[id * 4 + FACTS] = factsOf(unit, tier);
    cases.words[id * 4 + TIMER] = env.schedule(
      env.now + hotline.warnAt * this.limits[tier]!,
      TIMER_FIRES,
      id,
    );
    if (this.units.seize(unit, id)) this.serve(id);
  }

  private serve(id: number): void {
    const { cases, env } = this;
    const arrivedAt = cases.times[id * 2]!;
    this.waits.observe(unitOf(cases.words[id * 4 + FACTS]!), env.now - arrivedAt, arrivedAt);
    env.schedule(env.now + hotline.serviceMean * drawExponential(this.service), COMPLETE, id);
  }

  private timerFires(id: number): void {
    const { cases, env } = this;
    const facts = cases.words[id * 4 + FACTS]!;
    if ((facts & WARNED) !== 0) {
      cases.words[id * 4 + FACTS] = facts | LATE;
      return;
    }
    cases.words[id * 4 + FACTS] = facts | WARNED;
    cases.words[id * 4 + TIMER] = env.schedule(
      cases.times[id * 2]! + this.limits[tierOf(facts)]!,
      TIMER_FIRES,
      id,
    );
  }

  private complete(id: number): void {
    const { cases, env } = this;
    const facts = cases.words[id * 4 + FACTS]!;
    const unit = unitOf(facts);
    const arrivedAt = cases.times[id * 2]!;
    if ((facts & LATE) === 0 && env.cancel(cases.words[id * 4 + TIMER]!, id)) this.cancelled++;
    this.done.add(unit, arrivedAt);
    if ((facts & WARNED) !== 0) this.warned.add(unit, arrivedAt);
    if ((facts & LATE) !== 0) this.late.add(unit, arrivedAt);
    env.schedule(env.now + hotline.callbackMean * drawExponential(this.callbackDelay), CALL_BACK, id);
    const next = this.units.release(unit);
    if (next >= 0) this.serve(next);
  }

  private callBack(id: number): void {
    const cases = this.cases;
    const facts = cases.words[id * 4 + FACTS]!;
    const unit = unitOf(facts);
    const arrivedAt = cases.times[id * 2]!;
    const { resolved, satisfied } = hotline;
    const isResolved = this.resolution.chance((facts & LATE) === 0 ? resolved.onTime : resolved.late);
    if (isResolved) this.resolved.add(unit, arrivedAt);
    const isSatisfied = this.satisfaction.chance(isResolved ? satisfied.resolved : satisfied.unresolved);
    if (isSatisfied) this.satisfied.add(unit, arrivedAt);
    cases.give(id);
  }
}

const COMPLETE = 0;
const CALL_BACK = 1;
const TIMER_FIRES = 2;

import { CountTally } from '../../../sim/engine/count-tally.ts';
import { drawExponential } from '../../../sim/engine/distributions/exponential.ts';
import { Environment } from '../../../sim/engine/environment.ts';
import { ObservationTally } from '../../../sim/engine/observation-tally.ts';
import { Resources } from '../../../sim/engine/resources.ts';
import { Streams } from '../../../sim/engine/streams.ts';
import { TimeWeightedTally } from '../../../sim/engine/time-weighted-tally.ts';
import { WarmUp } from '../../../sim/engine/warm-up.ts';

const ARRIVE = 0;
const LEAVE = 1;

/** `units` independent M/M/c queues of mean service time 1 in one environment, with all that theory speaks of. */
export class QueueModel {
  readonly warmUp = new WarmUp();
  readonly waits: ObservationTally;
  readonly inSystemTimes: ObservationTally;
  readonly arrivals: CountTally;
  readonly inSystem: TimeWeightedTally;
  readonly busy: TimeWeightedTally;
  readonly env = new Environment({ eventsMax: 1e8 });
  private readonly servers: Resources;
  private readonly arrivedAt: number[] = [];
  private readonly unitOf: number[] = [];
  private readonly free: number[] = [];

  constructor(options: { readonly units: number; readonly servers: number; readonly warmUpUntil: number }) {
    const { units, servers } = options;
    this.warmUp.endsAt = options.warmUpUntil;
    this.servers = new Resources(Array.from({ length: units }, () => servers));
    this.waits = new ObservationTally(units, this.warmUp);
    this.inSystemTimes = new ObservationTally(units, this.warmUp);
    this.arrivals = new CountTally(units, this.warmUp);
    this.inSystem = new TimeWeightedTally(units, this.warmUp);
    this.busy = new TimeWeightedTally(units, this.warmUp);
  }

  /** Runs until `horizon` with the given arrival rate at each unit. */
  run(run: { readonly arrivalRate: number; readonly horizon: number; readonly seed: number }): void {
    const streams = new Streams(run.seed);
    const interarrival = streams.of('interarrival');
    const service = streams.of('service');
    const { env, servers } = this;
    const serve = (entity: number) => {
      this.waits.observe(this.unitOf[entity]!, env.now - this.arrivedAt[entity]!, this.arrivedAt[entity]!);
      this.busy.add(this.unitOf[entity]!, 1, env.now);
      env.schedule(env.now + drawExponential(service), LEAVE, entity);
    };
    for (let unit = 0; unit < servers.capacity.length; unit++) {
      env.schedule(drawExponential(interarrival) / run.arrivalRate, ARRIVE, unit);
    }
    env.runUntil(run.horizon, (kind, id) => {
      if (kind === ARRIVE) {
        env.schedule(env.now + drawExponential(interarrival) / run.arrivalRate, ARRIVE, id);
        const entity = this.free.pop() ?? this.arrivedAt.length;
        this.arrivedAt[entity] = env.now;
        this.unitOf[entity] = id;
        this.arrivals.add(id, env.now);
        this.inSystem.add(id, 1, env.now);
        if (servers.seize(id, entity)) serve(entity);
        return;
      }
      const unit = this.unitOf[id]!;
      this.inSystemTimes.observe(unit, env.now - this.arrivedAt[id]!, this.arrivedAt[id]!);
      this.inSystem.add(unit, -1, env.now);
      this.busy.add(unit, -1, env.now);
      this.free.push(id);
      const next = servers.release(unit);
      if (next >= 0) serve(next);
    });
  }
}

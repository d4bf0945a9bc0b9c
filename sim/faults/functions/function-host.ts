import { type DurationMs, type EpochMs, secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Faults } from '../chance/faults.ts';
import type { Agenda } from '../engine/agenda.ts';
import { type Deployment, Process } from './process.ts';

/** What became of an invocation, as whoever invoked sees it. */
export type Invoked<Answer> =
  | { readonly outcome: 'answered'; readonly answer: Answer }
  | { readonly outcome: 'failed' | 'timedOut' | 'died' | 'tooMany' };

export interface FunctionSettings {
  readonly name: string;
  readonly timeoutMs: DurationMs;
  readonly concurrencyMax: number;
  /** Behind the gateway a function answers 503 before it is cut off, and what it was doing goes on when it thaws. */
  readonly answersEarly: boolean;
}

/** When the new deployment begins, and until when instances of the old one may still be used. */
export interface Rollout {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

interface Surroundings {
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly stream: Stream;
  readonly rollout: Rollout;
  readonly skewMaxMs: DurationMs;
}

const thawsAfterMaxMs = 240 * secondMs;

/** The instances of one function: one invocation each at a time, started when none is free, dead when they die. */
export class FunctionHost<Handler> {
  private readonly settings: FunctionSettings;
  private readonly world: Surroundings;
  private readonly make: (process: Process) => Handler;
  private idle: { readonly process: Process; readonly handler: Handler }[] = [];
  private started = 0;
  private busy = 0;

  /** `make` builds the handler of a new instance, as at its cold start. */
  constructor(settings: FunctionSettings, world: Surroundings, make: (process: Process) => Handler) {
    this.settings = settings;
    this.world = world;
    this.make = make;
  }

  /** The same function with something laid around the handler of each new instance. */
  through(lay: (handler: Handler) => Handler): FunctionHost<Handler> {
    return new FunctionHost(this.settings, this.world, (process) => lay(this.make(process)));
  }

  /** Runs the function once; `told` hears what became of it, once. `run` may never settle. */
  invoke<Answer>(
    run: (handler: Handler, stopAt: EpochMs) => Promise<Answer>,
    told: (invoked: Invoked<Answer>) => void,
  ): void {
    const { agenda, faults } = this.world;
    const { timeoutMs, concurrencyMax, answersEarly } = this.settings;
    if (this.busy >= concurrencyMax) {
      told({ outcome: 'tooMany' });
      return;
    }
    const instance = this.instance();
    const { process, handler } = instance;
    this.busy += 1;
    let isOver = false;
    const over = (invoked: Invoked<Answer>) => {
      if (isOver) return;
      isOver = true;
      this.busy -= 1;
      told(invoked);
    };
    process.onDeath = () => over({ outcome: 'died' });
    agenda.in(timeoutMs, () => {
      if (isOver) return;
      if (!answersEarly || !faults.isOn) process.die();
      else
        process.thawsAt = Math.max(
          process.thawsAt,
          agenda.now + 1 + this.world.stream.below(thawsAfterMaxMs),
        );
      over({ outcome: 'timedOut' });
    });
    const settled = (invoked: Invoked<Answer>) => {
      if (!process.isAlive) return;
      over(invoked);
      process.onDeath = () => undefined;
      this.idle.push(instance);
    };
    run(handler, agenda.now + timeoutMs).then(
      (answer) => settled({ outcome: 'answered', answer }),
      () => settled({ outcome: 'failed' }),
    );
  }

  /** A free instance, or a new one; once the rollout is over none of the old deployment. */
  private instance() {
    const { agenda, faults, stream, skewMaxMs } = this.world;
    if (this.isRolledOut()) this.idle = this.idle.filter(({ process }) => process.deployment === 1);
    const free = this.idle.shift();
    if (free !== undefined && !faults.comes('coldStart')) {
      if (faults.comes('clockBack')) free.process.skewMs = -stream.below(skewMaxMs + 1);
      return free;
    }
    this.started += 1;
    const process = new Process(agenda, {
      id: `${this.settings.name}-${this.started}`,
      deployment: this.deployment(),
      skewMs: skewMaxMs === 0 || !faults.isOn ? 0 : stream.below(2 * skewMaxMs + 1) - skewMaxMs,
    });
    return { process, handler: this.make(process) };
  }

  private deployment(): Deployment {
    if (this.world.agenda.now < this.world.rollout.from) return 0;
    return this.isRolledOut() || this.world.stream.chance(0.5) ? 1 : 0;
  }

  /** Whether every instance is of the new deployment; in a repaired world no deployment is half done. */
  private isRolledOut(): boolean {
    const { agenda, faults, rollout } = this.world;
    return agenda.now >= (faults.isOn ? rollout.until : rollout.from);
  }
}

import { scheduler } from 'node:timers/promises';
import { type DurationMs, type EpochMs, secondMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Stream } from '../../engine/stream.ts';
import { type HostProcess, type HostProcessOptions, startHostProcess } from '../../live/host-process.ts';

/** A host that cannot start, because its servers are down just then, is started again so often. */
const startsMax = 8;
const startAgainMs = 1 * secondMs;

/** A host as a process that is killed (kill -9) and started again at the same address. */
export class KilledHost {
  kills = 0;
  /** Times a start ended because the servers failed it. */
  failedStarts = 0;
  /** From a kill until the host answered again. */
  downMs: DurationMs[] = [];
  private host: HostProcess;
  private readonly options: HostProcessOptions;
  private readonly clock: Clock;
  private readonly release: () => Promise<void>;

  private constructor(given: {
    host: HostProcess;
    options: HostProcessOptions;
    clock: Clock;
    release: () => Promise<void>;
  }) {
    this.host = given.host;
    this.options = { ...given.options, port: Number(new URL(given.host.url).port) };
    this.clock = given.clock;
    this.release = given.release;
  }

  /** Starts it for the first time. `release` puts back what a killed host had received from queues. */
  static async start(
    options: HostProcessOptions,
    clock: Clock,
    release: () => Promise<void>,
  ): Promise<KilledHost> {
    return new KilledHost({ host: await startHostProcess(options), options, clock, release });
  }

  get url(): string {
    return this.host.url;
  }

  async killAndRestart(): Promise<void> {
    const killedAt = this.clock.now();
    await this.host.kill();
    this.kills += 1;
    await this.release();
    this.host = await this.restart();
    this.downMs.push(this.clock.now() - killedAt);
  }

  /** Kills at moments drawn around every `eachMs`, until `until` or until `ended` aborts. */
  async keepKilling(
    stream: Stream,
    { eachMs, until, ended }: { eachMs: DurationMs; until: EpochMs; ended: AbortSignal },
  ): Promise<void> {
    for (;;) {
      const at = this.clock.now() + eachMs / 2 + stream.below(eachMs);
      const waits = Math.min(at, until) - this.clock.now();
      await scheduler.wait(Math.max(0, waits), { signal: ended }).catch(() => undefined);
      if (ended.aborted || this.clock.now() >= until) return;
      await this.killAndRestart();
    }
  }

  /** Ends it for good, however it stands. */
  kill(): Promise<void> {
    return this.host.kill();
  }

  stop(): Promise<void> {
    return this.host.stop();
  }

  private async restart(): Promise<HostProcess> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await startHostProcess(this.options);
      } catch (cause) {
        if (tried === startsMax) throw cause;
        this.failedStarts += 1;
        await scheduler.wait(startAgainMs);
      }
    }
  }
}

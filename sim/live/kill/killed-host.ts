import { scheduler } from 'node:timers/promises';
import type { DurationMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import { type HostProcess, type HostProcessOptions, startHostProcess } from '../host-process.ts';

const lookMs = 5;

/** One kill: when the host had acknowledged so many posts, and how long until it answered again. */
export interface Kill {
  readonly acknowledged: number;
  readonly inFlight: number;
  readonly downMs: DurationMs;
}

/**
 * Kills the host each time `progress` passes the next of `rounds` equal parts of `total` in its middle, and starts it
 * again on the same data and port, so that tokens and clients' addresses stay what they were.
 */
export async function killAgain(props: {
  readonly host: HostProcess;
  readonly options: HostProcessOptions;
  readonly rounds: number;
  readonly total: number;
  readonly progress: () => { readonly acknowledged: number; readonly inFlight: number };
  readonly clock: Clock;
  readonly onKill: (kill: Kill) => void;
}): Promise<{ host: HostProcess; kills: readonly Kill[] }> {
  const { options, rounds, total, progress, clock } = props;
  const kills: Kill[] = [];
  let { host } = props;
  const again = { ...options, port: Number(new URL(host.url).port) };
  for (let round = 0; round < rounds; round += 1) {
    const at = Math.ceil(((round + 0.5) * total) / rounds);
    while (progress().acknowledged < at) await scheduler.wait(lookMs);
    const seen = progress();
    const killedAt = clock.now();
    await host.kill();
    host = await startHostProcess(again);
    const kill = { ...seen, downMs: clock.now() - killedAt };
    kills.push(kill);
    props.onKill(kill);
  }
  return { host, kills };
}

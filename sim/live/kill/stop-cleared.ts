import { scheduler } from 'node:timers/promises';
import { type DurationMs, secondMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { HostProcess } from '../host-process.ts';
import type { StoredData } from './stored-data.ts';

/** What is still owed a minute after it was written is woken, sent again and cleared. */
const owedAgainMs: DurationMs = 65 * secondMs;

/**
 * Stops the host and reads what it stored. An effect is heard before the write that takes it off the ticket, and a stop
 * or a kill in between leaves it owed: the host then goes on until its own clock has cleared it, for `patienceMs` at most.
 *
 * @returns what is stored at the last stop, with whatever is owed even then
 */
export async function stopCleared(props: {
  readonly host: Pick<HostProcess, 'stop'>;
  readonly restart: () => Promise<Pick<HostProcess, 'stop'>>;
  readonly read: () => Promise<StoredData>;
  readonly clock: Clock;
  readonly patienceMs: DurationMs;
  readonly againMs?: DurationMs;
}): Promise<StoredData> {
  const { restart, read, clock, patienceMs, againMs = owedAgainMs } = props;
  const until = clock.now() + patienceMs;
  await props.host.stop();
  let stored = await read();
  while (stored.owed > 0 && clock.now() < until) {
    const host = await restart();
    await scheduler.wait(againMs);
    await host.stop();
    stored = await read();
  }
  return stored;
}

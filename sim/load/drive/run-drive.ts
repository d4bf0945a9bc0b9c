import { scheduler } from 'node:timers/promises';
import type { DurationMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import { ServiceClient } from '../../live/service-client.ts';
import type { SyntheticBody } from '../synthetic-requests.ts';
import type { Target } from './check-target.ts';
import { type DriveFigures, driveFigures } from './drive-figures.ts';
import { openLoop } from './open-loop.ts';
import { postOnce } from './post-once.ts';
import { openTimerWatch, type TimersTold } from './timer-watch.ts';

const managingInFlightMax = 4;

export interface DriveProps {
  readonly target: Target;
  readonly token: string;
  readonly bodies: Iterable<SyntheticBody>;
  readonly count: number;
  readonly ratePerSecond: number;
  readonly inFlightMax: number;
  /** How long to go on listening for timers after the last answer. */
  readonly listenMs: DurationMs;
  /** Who is told of timers: codes of units, and the hotline. Nobody where the service cannot reach this machine. */
  readonly owners: readonly string[];
  readonly clock: Clock;
  readonly aborted: AbortSignal;
}

/** Drives a live API and measures. Everything it registered with the service is taken back, whatever happens. */
export async function runDrive(
  props: DriveProps,
): Promise<{ readonly figures: DriveFigures; readonly timers: TimersTold | undefined }> {
  const { target, token, bodies, owners, clock, aborted } = props;
  const client = new ServiceClient(target.url, managingInFlightMax);
  const watch = owners.length === 0 ? undefined : await openTimerWatch(client, owners, clock);
  try {
    // Lets the functions load before anything is measured: the body is refused and opens nothing.
    await postOnce(target.url, token, {});
    const send = (body: SyntheticBody) => postOnce(target.url, token, body);
    const result = await openLoop({ ...props, bodies, send });
    if (watch !== undefined) {
      await scheduler.wait(props.listenMs, { signal: aborted }).catch(() => undefined);
    }
    const tickets = new Set(
      result.sent.flatMap(({ outcome }) => (outcome.type === 'taken' ? [outcome.ticketId] : [])),
    );
    return { figures: driveFigures(result), timers: watch?.told(tickets) };
  } finally {
    await watch?.close();
  }
}

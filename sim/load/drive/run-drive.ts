import { scheduler } from 'node:timers/promises';
import { type DurationMs, secondMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import { ServiceClient } from '../../live/service-client.ts';
import type { SyntheticBody } from '../synthetic-requests.ts';
import type { Target } from './check-target.ts';
import { type DriveFigures, driveFigures } from './drive-figures.ts';
import { openLoop } from './open-loop.ts';
import { postOnce } from './post-once.ts';
import { openTimerWatch, type TimersTold } from './timer-watch.ts';

const managingInFlightMax = 4;
/** How long a service that does not answer is asked to tell of timers, and to stop telling. */
const managingMaxMs = 30 * secondMs;

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

/** What a drive showed, and whether the service took back every receiver that it was given. */
export interface Driven {
  readonly figures: DriveFigures;
  readonly timers: TimersTold | undefined;
  readonly isTakenBack: boolean;
}

/**
 * Drives a live API and measures. Everything it registered with the service is taken back, whatever happens, as long as
 * the service answers.
 */
export async function runDrive(props: DriveProps): Promise<Driven> {
  const { target, token, bodies, owners, clock, aborted } = props;
  const connect = () => {
    const client = new ServiceClient(target.url, managingInFlightMax);
    const giveUp = AbortSignal.any([aborted, AbortSignal.timeout(managingMaxMs)]);
    if (giveUp.aborted) client.stop();
    else giveUp.addEventListener('abort', () => client.stop(), { once: true });
    return client;
  };
  const watch = owners.length === 0 ? undefined : await openTimerWatch(connect, owners, clock);
  let driven: Omit<Driven, 'isTakenBack'>;
  let isTakenBack = true;
  try {
    // Lets the functions load before anything is measured: the body is refused and opens nothing.
    await postOnce(target.url, token, {}, aborted);
    const send = (body: SyntheticBody) => postOnce(target.url, token, body, aborted);
    const result = await openLoop({ ...props, bodies, send });
    if (watch !== undefined) {
      await scheduler.wait(props.listenMs, { signal: aborted }).catch(() => undefined);
    }
    const tickets = new Set(
      result.sent.flatMap(({ outcome }) => (outcome.type === 'taken' ? [outcome.ticketId] : [])),
    );
    driven = { figures: driveFigures(result), timers: watch?.told(tickets) };
  } finally {
    isTakenBack = (await watch?.close()) ?? true;
  }
  return { ...driven, isTakenBack };
}

import { scheduler } from 'node:timers/promises';
import { type DurationMs, type EpochMs, secondMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';

/** When one request was due, was sent and was done with. */
interface Sent<Outcome> {
  readonly dueAt: EpochMs;
  readonly sentAt: EpochMs;
  readonly doneAt: EpochMs;
  readonly outcome: Outcome;
}

export interface LoopResult<Outcome> {
  readonly sent: readonly Sent<Outcome>[];
  /** Due, but not sent before the time was over: the service was too slow for the rate. */
  readonly unsent: number;
  readonly lengthMs: DurationMs;
}

/** Requests that are late may still go out for so long after the last one was due. */
const graceMs = 30 * secondMs;

/**
 * Sends at a fixed rate, whatever the service does: request n is due n / rate seconds after the start, and waiting for
 * an answer delays no other until `inFlightMax` are unanswered. Ends when all are answered, or when it is aborted.
 */
export async function openLoop<Body, Outcome>(props: {
  readonly bodies: Iterable<Body>;
  readonly count: number;
  readonly ratePerSecond: number;
  readonly inFlightMax: number;
  readonly clock: Clock;
  readonly send: (body: Body) => Promise<Outcome>;
  readonly aborted: AbortSignal;
}): Promise<LoopResult<Outcome>> {
  const { bodies, count, ratePerSecond, inFlightMax, clock, send, aborted } = props;
  const startedAt = clock.now();
  const dueOf = (n: number) => startedAt + (n * secondMs) / ratePerSecond;
  const sent: Sent<Outcome>[] = [];
  const inFlight = new Set<Promise<void>>();
  const one = async (body: Body, dueAt: EpochMs): Promise<void> => {
    const sentAt = clock.now();
    const outcome = await send(body);
    sent.push({ dueAt, sentAt, doneAt: clock.now(), outcome });
  };
  let n = 0;
  for (const body of bodies) {
    if (n === count) break;
    const dueAt = dueOf(n);
    // A timer may fire a millisecond early, and nothing is sent before it is due.
    while (!aborted.aborted && clock.now() < dueAt) {
      await scheduler.wait(Math.ceil(dueAt - clock.now()), { signal: aborted }).catch(() => undefined);
    }
    if (inFlight.size >= inFlightMax) await Promise.race(inFlight);
    if (aborted.aborted || clock.now() > dueOf(count) + graceMs) break;
    const going = one(body, dueAt).finally(() => inFlight.delete(going));
    inFlight.add(going);
    n += 1;
  }
  await Promise.all(inFlight);
  return { sent, unsent: aborted.aborted ? 0 : count - n, lengthMs: clock.now() - startedAt };
}

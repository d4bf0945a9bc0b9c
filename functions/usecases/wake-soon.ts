import { type DurationMs, type EpochMs, minuteMs, secondMs } from '../core/time.ts';
import type { Deps } from './deps.ts';

/** The sweeper looks this far ahead; what a write moves into this window must be sent by the writer. */
export const horizonMs: DurationMs = 2 * minuteMs;

/** What wakes: a ticket or an undertaking. */
type Waking = { readonly id: string; readonly wakeAt?: EpochMs | undefined };

/** Sends what has a promise near to the wake queue, since the sweeper may already have passed it. */
export async function wakeSoon({ wakes, clock }: Deps, { id, wakeAt }: Waking): Promise<void> {
  const inMs = wakeAt === undefined ? Number.POSITIVE_INFINITY : wakeAt - clock.now();
  if (inMs <= horizonMs) await wakes.send([{ ticketId: id, delaySeconds: delaySeconds(inMs) }]);
}

/** Whole seconds until a wake, never early: SQS knows nothing finer. */
export const delaySeconds = (inMs: DurationMs): number => Math.max(0, Math.ceil(inMs / secondMs));

/**
 * Clocks of instances differ by this much at most: a message this early was meant for this promise. One that is earlier
 * was meant for a promise that a later write moved, and that write, or the sweeper, has sent another. Sending it on as
 * well would let the messages of a ticket only ever grow in number.
 */
const skewMaxMs = 5 * secondMs;

/** Sends a wake again that came a little too early. */
export async function wakeAgain({ wakes }: Deps, { id, wakeAt }: Waking, now: EpochMs): Promise<void> {
  const inMs = wakeAt! - now;
  if (inMs <= skewMaxMs) await wakes.send([{ ticketId: id, delaySeconds: delaySeconds(inMs) }]);
}

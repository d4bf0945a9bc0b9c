import type { TicketRecord } from '../core/record/ticket-record.ts';
import { type DurationMs, minuteMs, secondMs } from '../core/time.ts';
import type { Deps } from './deps.ts';

/** The sweeper looks this far ahead; what a write moves into this window must be sent by the writer. */
export const horizonMs: DurationMs = 2 * minuteMs;

/** Sends a ticket whose promise is near to the wake queue, since the sweeper may already have passed it. */
export async function wakeSoon({ wakes, clock }: Deps, { id, wakeAt }: TicketRecord): Promise<void> {
  const inMs = wakeAt === undefined ? Number.POSITIVE_INFINITY : wakeAt - clock.now();
  if (inMs <= horizonMs) await wakes.send([{ ticketId: id, delaySeconds: delaySeconds(inMs) }]);
}

/** Whole seconds until a wake, never early: SQS knows nothing finer. */
export const delaySeconds = (inMs: DurationMs): number => Math.max(0, Math.ceil(inMs / secondMs));

import type { Context } from 'aws-lambda';
import type { Telemetry } from '../http/observability.ts';
import type { Deps } from '../usecases/deps.ts';
import { sweepDue } from '../usecases/sweep-due.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { earlyOf } from './wiring/early-of.ts';
import { openQueues } from './wiring/open-queues.ts';

/** Time kept back to finish the ticket in hand and to say what was done. */
const reserveMs = 5_000;

/** Once a minute: sends what is about to fall due to the wake queue, and wakes what the queue has lost. */
export const makeHandler =
  ({ tickets, telemetry }: { readonly tickets: Deps; readonly telemetry: Telemetry }) =>
  async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    const until = tickets.clock.now() + context.getRemainingTimeInMillis() - reserveMs;
    const { sent, woken, failed, oldestLateMs, complete } = await sweepDue(tickets, until);
    telemetry.info('swept', { sent, woken, failed, complete });
    telemetry.measure('OldestPromiseLateMs', oldestLateMs);
    if (!complete) telemetry.measure('SweepsCutShort', 1);
    telemetry.flush();
  };

export const handler = await atColdStart((service) =>
  makeHandler({ tickets: earlyOf(service, openQueues(service)), telemetry: service.telemetry }),
);

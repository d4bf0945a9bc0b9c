import type { SQSEvent } from 'aws-lambda';
import { wakeMessage } from '../adapters/sqs/wake-body.ts';
import type { Telemetry } from '../http/observability.ts';
import type { Deps } from '../usecases/deps.ts';
import { wake } from '../usecases/wake.ts';
import { consumeBatch } from './batch/consume-batch.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { earlyOf } from './wiring/early-of.ts';
import { openQueues } from './wiring/open-queues.ts';

/** Applies the promises of a ticket or an undertaking that have fallen due. */
export const makeHandler =
  ({ tickets, telemetry }: { readonly tickets: Deps; readonly telemetry: Telemetry }) =>
  (event: SQSEvent) =>
    consumeBatch(event, telemetry, async ({ body }) => {
      const { ticketId } = wakeMessage.parse(JSON.parse(body));
      const { kept, lateMs } = await wake(tickets, ticketId);
      if (lateMs === undefined) return;
      telemetry.measure('PromisesKept', kept);
      telemetry.measure('TimerLatenessMs', lateMs);
    });

export const handler = await atColdStart((service) =>
  makeHandler({ tickets: earlyOf(service, openQueues(service)), telemetry: service.telemetry }),
);

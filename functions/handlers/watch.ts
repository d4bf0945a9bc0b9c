import type { Context } from 'aws-lambda';
import type { Telemetry } from '../http/observability.ts';
import type { Deps } from '../usecases/deps.ts';
import { watchHours } from '../usecases/early/warnings/watch-hours.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { openQueues } from './wiring/open-queues.ts';
import { ticketsOf } from './wiring/tickets-of.ts';

/** An hour takes seconds; none is begun that may not be finished. */
const reserveMs = 30_000;

/** Looks once a minute whether an hour is closed, and watches it for more requests than usual (未诉先办). */
export const makeHandler =
  ({ tickets, telemetry }: { readonly tickets: Deps; readonly telemetry: Telemetry }) =>
  async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    const until = tickets.clock.now() + context.getRemainingTimeInMillis() - reserveMs;
    const { hours, warnings, measured, late, complete } = await watchHours(tickets, until);
    // Measured each minute, also as none: its silence is an alarm.
    telemetry.measure('HoursWatched', hours);
    if (hours > 0) {
      telemetry.info('watched', { hours, warnings, measured, late, complete });
      telemetry.measure('WarningsRaised', warnings);
      telemetry.measure('SightingsLate', late);
    }
    telemetry.flush();
  };

export const handler = await atColdStart((service) =>
  makeHandler({ tickets: ticketsOf(service, openQueues(service)), telemetry: service.telemetry }),
);

import * as z from 'zod';
import type { Clock } from '../../../functions/ports/clock.ts';
import { promiseEvents } from '../../check/promise-events.ts';
import type { ServiceClient } from '../../live/service-client.ts';
import { openWebhookReceiver } from '../../live/webhook-receiver.ts';
import { type Percentiles, percentiles } from './drive-figures.ts';

/** How late the promises of tickets were kept, as the service told it. */
export interface TimersTold {
  readonly count: number;
  /** From the instant a promise was for to the arrival of the webhook that tells of it. */
  readonly latenessMs: Percentiles;
}

/** Listens to what the service tells while it is driven. */
export interface TimerWatch {
  /** Lateness of the promises of these tickets so far. */
  told(ticketIds: ReadonlySet<string>): TimersTold;
  /** Stops listening and takes the receivers back. False where the service did not answer: it may have kept some. */
  close(): Promise<boolean>;
}

/**
 * Registers receivers of `owners` on the loopback with the service. Rejects where it takes none; nothing is open then.
 *
 * @param connect opens a client that gives up in the end
 */
export async function openTimerWatch(
  connect: () => ServiceClient,
  owners: readonly string[],
  clock: Clock,
): Promise<TimerWatch> {
  const client = connect();
  const before = new Set((await registrations(client)).map(({ id }) => id));
  const receiver = await openWebhookReceiver(clock);
  const watch: TimerWatch = {
    told(ticketIds) {
      const lateness = [...receiver.heard.values()]
        .filter(({ data }) => ticketIds.has(String(data.ticketId)))
        .filter(({ data, type }) => isPromise(type, data))
        .map(({ arrivedAt, happenedAt }) => arrivedAt - happenedAt);
      return { count: lateness.length, latenessMs: percentiles(lateness) };
    },
    async close() {
      const closing = connect();
      try {
        const ours = (await registrations(closing)).filter(({ id }) => !before.has(id));
        for (const { id } of ours) await closing.ask({ role: 'operator' }, 'DELETE', `/webhooks/${id}`);
        return true;
      } catch {
        return false;
      } finally {
        // An open receiver would keep the process alive.
        await receiver.close();
      }
    },
  };
  try {
    for (const owner of owners) await receiver.register(client, owner);
    return watch;
  } catch (cause) {
    await watch.close();
    throw cause;
  }
}

const isPromise = (type: string, { event, notice }: Readonly<Record<string, unknown>>): boolean =>
  type === 'cn.citywhistle.callback.due.v1' || promiseEvents.has(String(event ?? notice));

const page = z.object({ rows: z.array(z.object({ id: z.string() })), cursor: z.string().optional() });

async function registrations(client: ServiceClient): Promise<z.infer<typeof page>['rows']> {
  const all: z.infer<typeof page>['rows'] = [];
  let query = '';
  for (;;) {
    const { rows, cursor } = page.parse(await client.get({ role: 'operator' }, `/webhooks${query}`));
    all.push(...rows);
    if (cursor === undefined) return all;
    query = `?cursor=${encodeURIComponent(cursor)}`;
  }
}

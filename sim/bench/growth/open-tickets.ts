import { createHash } from 'node:crypto';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import { thaw } from '../../../functions/core/record/freeze.ts';
import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import { dayMs, type EpochMs, minuteMs } from '../../../functions/core/time.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { submitTicket } from '../../../functions/usecases/submit-ticket.ts';
import { platform, sampleRequest } from '../intake/sample-request.ts';

/** Most open tickets wait for something within this time. */
const spreadMs = 15 * dayMs;

/** Makes records of open tickets that are alike but for their ids and the times they wait for. */
export interface OpenTickets {
  /** The `n`th ticket that waits: its promise lies past any sweep of the benchmark. */
  waiting(n: number, now: EpochMs): TicketRecord;
  /** A ticket whose limit of signing passes at an instant. */
  due(n: number, at: EpochMs): TicketRecord;
}

/** Opens one ticket through the use case and makes the others from it. */
export async function openTickets(deps: Deps, { rules }: LoadedCity): Promise<OpenTickets> {
  const opened = await submitTicket(deps, sampleRequest('template'), platform);
  if (!opened.ok) throw new Error(opened.error.code);
  const template = await deps.store.load(opened.value.view.ticketId);
  if (template === undefined) throw new Error('the ticket is not there');
  const like = (name: string): TicketRecord => ({
    ...template,
    id: createHash('sha256').update(name).digest('hex').slice(0, 32),
    sourceKey: name,
    owed: [],
  });
  return {
    waiting: (n, now) => ({
      ...like(`waiting-${n}`),
      wakeAt: now + 30 * minuteMs + ((n * 7_919_357) % spreadMs),
    }),
    due(n, at) {
      const record = like(`due-${n}-${at}`);
      const dated: TicketRecord = { ...record, state: { ...record.state, signBy: at }, wakeAt: at + 1 };
      if (thaw(dated.state, rules).nextAt !== at) throw new Error('the ticket promises something earlier');
      return dated;
    },
  };
}

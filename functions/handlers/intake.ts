import { ticketContracts } from '../http/contracts/ticket-contracts.ts';
import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { intakeRuns } from '../http/runs/intake-runs.ts';
import type { Deps } from '../usecases/deps.ts';
import { httpAtColdStart } from './wiring/http-at-cold-start.ts';
import { httpHostOf } from './wiring/http-host-of.ts';
import { openQueues } from './wiring/open-queues.ts';
import { ticketsOf } from './wiring/tickets-of.ts';

/** Takes requests in from hotline platforms. */
export const makeHandler = ({ host, tickets }: { readonly host: HttpHost; readonly tickets: Deps }) =>
  makeApi(host, intakeRuns(tickets, host.telemetry), ticketContracts);

export const handler = await httpAtColdStart((service) =>
  makeHandler({ host: httpHostOf(service), tickets: ticketsOf(service, openQueues(service)) }),
);

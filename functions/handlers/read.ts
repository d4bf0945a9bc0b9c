import { eventData } from '../adapters/webhook/event-data.ts';
import { openContracts } from '../http/contracts/open-contracts.ts';
import { sharingContracts } from '../http/contracts/sharing-contracts.ts';
import { supervisionContracts } from '../http/contracts/supervision-contracts.ts';
import { ticketContracts } from '../http/contracts/ticket-contracts.ts';
import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { type Running, readRuns } from '../http/runs/read-runs.ts';
import type { Deps } from '../usecases/deps.ts';
import { httpAtColdStart } from './wiring/http-at-cold-start.ts';
import { httpHostOf } from './wiring/http-host-of.ts';
import { noQueues, ticketsOf } from './wiring/tickets-of.ts';

/** Answers case files, worklists, searches and counts, and what the API looks like. */
export const makeHandler = (deps: {
  readonly host: HttpHost;
  readonly tickets: Deps;
  readonly running: Running;
}) =>
  makeApi(deps.host, readRuns(deps.tickets, deps.running), {
    ...openContracts,
    ...sharingContracts,
    ...supervisionContracts,
    ...ticketContracts,
  });

export const handler = await httpAtColdStart((service) =>
  makeHandler({
    host: httpHostOf(service),
    tickets: ticketsOf(service, noQueues),
    running: { city: service.settings.CITY, pack: service.city.rules.policyId, events: eventData },
  }),
);

import { commandContracts } from '../http/contracts/command-contracts.ts';
import { sharingContracts } from '../http/contracts/sharing-contracts.ts';
import { supervisionContracts } from '../http/contracts/supervision-contracts.ts';
import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { commandRuns } from '../http/runs/command-runs.ts';
import { sharingCommands } from '../http/runs/sharing-runs.ts';
import { usePowerRun } from '../http/runs/supervision-runs.ts';
import type { Deps } from '../usecases/deps.ts';
import { httpAtColdStart } from './wiring/http-at-cold-start.ts';
import { httpHostOf } from './wiring/http-host-of.ts';
import { openQueues } from './wiring/open-queues.ts';
import { ticketsOf } from './wiring/tickets-of.ts';

/** Carries out what units, supervisors and the hotline ask of a ticket. */
export const makeHandler = ({ host, tickets }: { readonly host: HttpHost; readonly tickets: Deps }) =>
  makeApi<'command'>(
    host,
    {
      ...commandRuns(tickets, host.telemetry),
      ...sharingCommands(tickets),
      usePower: usePowerRun(tickets),
    },
    { ...commandContracts, ...sharingContracts, ...supervisionContracts },
  );

export const handler = await httpAtColdStart((service) =>
  makeHandler({ host: httpHostOf(service), tickets: ticketsOf(service, openQueues(service)) }),
);

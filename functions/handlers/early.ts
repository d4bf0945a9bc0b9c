import { earlyContractsLater } from '../http/contracts/early-contracts-later.ts';
import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import type { BoardsApi } from '../http/runs/board-runs.ts';
import { earlyRuns } from '../http/runs/early-runs.ts';
import type { Deps } from '../usecases/deps.ts';
import { earlyOf } from './wiring/early-of.ts';
import { httpAtColdStart } from './wiring/http-at-cold-start.ts';
import { httpHostOf } from './wiring/http-host-of.ts';
import { openQueues } from './wiring/open-queues.ts';

/** Acts before the request (未诉先办): matters, warnings, topics, patrols. */
export const makeHandler = ({ host, early }: { readonly host: HttpHost; readonly early: Deps & BoardsApi }) =>
  makeApi<'early'>(host, earlyRuns(early), earlyContractsLater);

export const handler = await httpAtColdStart((service) =>
  makeHandler({ host: httpHostOf(service), early: earlyOf(service, openQueues(service)) }),
);

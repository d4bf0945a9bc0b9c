import { boardContracts } from '../http/contracts/board-contracts.ts';
import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { type BoardsApi, boardRuns } from '../http/runs/board-runs.ts';
import { boardsOf } from './wiring/boards-of.ts';
import { httpAtColdStart } from './wiring/http-at-cold-start.ts';
import { httpHostOf } from './wiring/http-host-of.ts';
import { openQueues } from './wiring/open-queues.ts';

/** Answers boards, takes on jobs to make them, and keeps rulings, points and ratings. */
export const makeHandler = ({ host, boards }: { readonly host: HttpHost; readonly boards: BoardsApi }) =>
  makeApi(host, boardRuns(boards), boardContracts);

export const handler = await httpAtColdStart((service) =>
  makeHandler({ host: httpHostOf(service), boards: boardsOf(service, openQueues(service)) }),
);

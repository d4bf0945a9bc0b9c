import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { type BoardsApi, boardRuns } from '../http/runs/board-runs.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { wire } from './wiring/wire.ts';

/** Answers boards, takes on jobs to make them, and keeps rulings, points and ratings. */
export const makeHandler = ({ host, boards }: { readonly host: HttpHost; readonly boards: BoardsApi }) =>
  makeApi(host, boardRuns(boards));

export const handler = atColdStart(() => makeHandler(wire()));

import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { type Running, readRuns } from '../http/runs/read-runs.ts';
import type { Deps } from '../usecases/deps.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { wire } from './wiring/wire.ts';

/** Answers case files, worklists, searches and counts, and what the API looks like. */
export const makeHandler = (deps: {
  readonly host: HttpHost;
  readonly tickets: Deps;
  readonly running: Running;
}) => makeApi(deps.host, readRuns(deps.tickets, deps.running));

export const handler = atColdStart(() => makeHandler(wire()));

import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { type ManageDeps, manageRuns } from '../http/runs/manage-runs.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { wire } from './wiring/wire.ts';

/** What operators do: receivers of webhooks, dead letters, erasure of personal data. */
export const makeHandler = ({ host, manage }: { readonly host: HttpHost; readonly manage: ManageDeps }) =>
  makeApi(host, manageRuns(manage));

export const handler = atColdStart(() => makeHandler(wire()));

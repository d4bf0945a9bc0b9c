import { manageContracts } from '../http/contracts/manage-contracts.ts';
import { makeApi } from '../http/make-api.ts';
import type { HttpHost } from '../http/observe.ts';
import { type ManageDeps, manageRuns } from '../http/runs/manage-runs.ts';
import { httpAtColdStart } from './wiring/http-at-cold-start.ts';
import { httpHostOf } from './wiring/http-host-of.ts';
import { manageOf } from './wiring/manage-of.ts';

/** What operators do: receivers of webhooks, dead letters, erasure of personal data. */
export const makeHandler = ({ host, manage }: { readonly host: HttpHost; readonly manage: ManageDeps }) =>
  makeApi(host, manageRuns(manage), manageContracts);

export const handler = await httpAtColdStart((service) =>
  makeHandler({ host: httpHostOf(service), manage: manageOf(service) }),
);

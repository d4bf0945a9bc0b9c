import { type BoardOperation, boardRoutes } from './board-routes.ts';
import { type ApiCommand, commandRoutes } from './command-routes.ts';
import { type EarlyOperation, earlyRoutes } from './early-routes.ts';
import type { Scope } from './scopes.ts';

/** Where a request goes and who may make it. Light data: the deployment reads it without loading the service. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With parameters in braces: `/tickets/{ticketId}`. */
  readonly path: string;
  /** A token needs any one of these; null: open to everybody. */
  readonly scope: readonly Scope[] | null;
  /** The function that answers. */
  readonly handler: 'intake' | 'command' | 'read' | 'manage' | 'boards' | 'early';
  readonly operationId: OperationId;
}

const submit = ['tickets.submit'] as const;
const found = ['findings.submit'] as const;
const read = ['tickets.read'] as const;
const manage = ['system.manage'] as const;
const handle = ['tickets.handle'] as const;
const supervise = ['tickets.supervise'] as const;
const share = ['sharing.use'] as const;

const fixedRoutes = [
  { method: 'POST', path: '/tickets', scope: submit, handler: 'intake', operationId: 'submitTicket' },
  { method: 'POST', path: '/findings', scope: found, handler: 'intake', operationId: 'submitFinding' },
  { method: 'POST', path: '/imports', scope: submit, handler: 'intake', operationId: 'importBacklog' },
  { method: 'GET', path: '/tickets', scope: read, handler: 'read', operationId: 'findTickets' },
  { method: 'GET', path: '/tickets/{ticketId}', scope: read, handler: 'read', operationId: 'readTicket' },
  {
    method: 'GET',
    path: '/tickets/{ticketId}/notes',
    scope: read,
    handler: 'read',
    operationId: 'listNotes',
  },
  { method: 'GET', path: '/worklists/{owner}', scope: read, handler: 'read', operationId: 'readWorklist' },
  { method: 'GET', path: '/counts', scope: read, handler: 'read', operationId: 'countTickets' },
  { method: 'POST', path: '/powers/{power}', scope: handle, handler: 'command', operationId: 'usePower' },
  { method: 'GET', path: '/powers', scope: read, handler: 'read', operationId: 'countPowers' },
  { method: 'GET', path: '/powers/uses', scope: read, handler: 'read', operationId: 'listPowerUses' },
  { method: 'GET', path: '/inspection', scope: supervise, handler: 'read', operationId: 'exportInspection' },
  { method: 'POST', path: '/shares', scope: share, handler: 'command', operationId: 'registerShare' },
  {
    method: 'POST',
    path: '/shares/{shareId}/close',
    scope: share,
    handler: 'command',
    operationId: 'closeShare',
  },
  { method: 'GET', path: '/shares', scope: share, handler: 'read', operationId: 'listShares' },
  {
    method: 'GET',
    path: '/shares/{shareId}/matches',
    scope: share,
    handler: 'read',
    operationId: 'matchNeed',
  },
  { method: 'POST', path: '/projects', scope: share, handler: 'command', operationId: 'offerProject' },
  { method: 'GET', path: '/projects/{projectId}', scope: share, handler: 'read', operationId: 'readProject' },
  {
    method: 'POST',
    path: '/projects/{projectId}/agree',
    scope: share,
    handler: 'command',
    operationId: 'agreeProject',
  },
  {
    method: 'POST',
    path: '/projects/{projectId}/decline',
    scope: share,
    handler: 'command',
    operationId: 'declineProject',
  },
  {
    method: 'POST',
    path: '/projects/{projectId}/finish',
    scope: share,
    handler: 'command',
    operationId: 'finishProject',
  },
  {
    method: 'POST',
    path: '/projects/{projectId}/rate',
    scope: share,
    handler: 'command',
    operationId: 'rateProject',
  },
  {
    method: 'DELETE',
    path: '/tickets/{ticketId}/personal-data',
    scope: manage,
    handler: 'manage',
    operationId: 'erasePersonalData',
  },
  { method: 'POST', path: '/webhooks', scope: manage, handler: 'manage', operationId: 'registerWebhook' },
  { method: 'GET', path: '/webhooks', scope: manage, handler: 'manage', operationId: 'listWebhooks' },
  {
    method: 'DELETE',
    path: '/webhooks/{webhookId}',
    scope: manage,
    handler: 'manage',
    operationId: 'removeWebhook',
  },
  {
    method: 'POST',
    path: '/webhooks/{webhookId}/rotate',
    scope: manage,
    handler: 'manage',
    operationId: 'rotateWebhook',
  },
  {
    method: 'POST',
    path: '/webhooks/{webhookId}/test',
    scope: manage,
    handler: 'manage',
    operationId: 'testWebhook',
  },
  {
    method: 'POST',
    path: '/dead-letters/redrive',
    scope: manage,
    handler: 'manage',
    operationId: 'redriveDeadLetters',
  },
  { method: 'GET', path: '/openapi.json', scope: null, handler: 'read', operationId: 'readOpenApi' },
  { method: 'GET', path: '/health', scope: null, handler: 'read', operationId: 'readHealth' },
] as const satisfies readonly (Omit<Route, 'operationId'> & { readonly operationId: string })[];

type FixedOperation = (typeof fixedRoutes)[number]['operationId'];

/** Names an operation in the OpenAPI document, in logs, and in the tables of schemas, examples and runs. */
export type OperationId = FixedOperation | BoardOperation | EarlyOperation | ApiCommand;

/** Every route of the API: feeds the deployment, the OpenAPI document and the authorisation test. */
export const routes: readonly Route[] = [...fixedRoutes, ...boardRoutes, ...earlyRoutes, ...commandRoutes];

/** The operations one function answers. */
export type OperationOf<Handler extends Route['handler']> =
  | Extract<(typeof fixedRoutes)[number], { readonly handler: Handler }>['operationId']
  | ('boards' extends Handler ? BoardOperation : never)
  | ('early' extends Handler ? EarlyOperation : never)
  | ('command' extends Handler ? ApiCommand : never);

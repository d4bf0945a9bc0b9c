import type { Scope } from './scopes.ts';

/** A route that the function `early` answers. */
export const earlyRoute = <Id extends string>(
  method: 'GET' | 'POST',
  path: string,
  scope: readonly Scope[],
  operationId: Id,
) => ({ method, path, scope, handler: 'early' as const, operationId });

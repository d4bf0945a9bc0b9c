import type { Scope } from './scopes.ts';

/** The routes of acting before the request (未诉先办): all answered by one function. */
export const earlyRoutes = [] as const satisfies readonly {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly scope: readonly Scope[];
  readonly handler: 'early';
  readonly operationId: string;
}[];

export type EarlyOperation = (typeof earlyRoutes)[number]['operationId'];

import { matterRoutes } from './matter-routes.ts';
import { patrolRoutes } from './patrol-routes.ts';
import type { Scope } from './scopes.ts';
import { topicRoutes } from './topic-routes.ts';
import { undertakingRoutes } from './undertaking-routes.ts';
import { warningRoutes } from './warning-routes.ts';

/** The routes of acting before the request (未诉先办): all answered by one function. */
export const earlyRoutes = [
  ...undertakingRoutes,
  ...matterRoutes,
  ...patrolRoutes,
  ...topicRoutes,
  ...warningRoutes,
] as const satisfies readonly {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly scope: readonly Scope[] | null;
  readonly handler: 'early';
  readonly operationId: string;
}[];

export type EarlyOperation = (typeof earlyRoutes)[number]['operationId'];

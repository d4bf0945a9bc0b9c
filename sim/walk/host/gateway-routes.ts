import { routes } from '../../../functions/http/routes.ts';
import type { Route } from '../../../infra/local/gateway/routes.ts';

/** The API's own route table in the form the local gateway reads from a template: same paths, same scopes. */
export const gatewayRoutes: readonly Route[] = routes.map(({ method, path, scope, handler }) => ({
  routeKey: `${method} ${path}`,
  method,
  segments: path.split('/').slice(1),
  functionName: handler,
  authorization: scope === null ? null : { scopes: [...scope] },
}));

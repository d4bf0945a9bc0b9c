import type { HttpEvent } from '../../../functions/http/request/http-event.ts';
import { type OperationId, type Route, routes } from '../../../functions/http/routes.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import type { Asked } from '../../check/facts.ts';

const byId = new Map(routes.map((route) => [route.operationId, route]));

/** The route of an operation. */
export const routeOf = (operationId: OperationId): Route => byId.get(operationId)!;

/** The event of a request as the gateway hands it over, with the claims of a token it has verified. */
export function httpEventOf({ operationId, caller, path, body, key }: Asked): HttpEvent {
  const route = routeOf(operationId);
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    pathParameters: { ...path },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      http: { method: route.method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
      authorizer: { jwt: { claims: claimsOf(caller, route) } },
    },
  } as unknown as HttpEvent;
}

const claimsOf = ({ subject, unit, hotline }: Caller, { scope }: Route) => ({
  sub: subject,
  scope: (scope ?? []).join(' '),
  ...(hotline ? { role: 'platform' } : {}),
  ...(unit === undefined ? {} : { unit }),
});

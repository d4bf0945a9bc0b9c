import type { HttpEvent } from '../../../functions/http/request/http-event.ts';
import { type OperationId, routes } from '../../../functions/http/routes.ts';

/** Who asks: the hotline platform, or somebody of a unit. */
export type Asker = 'hotline' | { readonly unit: string };

export interface Asked {
  readonly by: Asker;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const scope = 'tickets.submit tickets.read tickets.handle tickets.callback tickets.triage';

/** The event of a request as the gateway hands it to a function, with the claims of a verified token. */
export function apiEvent(operationId: OperationId, { by, path = {}, query, body }: Asked): HttpEvent {
  const route = routes.find((one) => one.operationId === operationId)!;
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const claims =
    by === 'hotline'
      ? { sub: 'platform', role: 'platform', scope }
      : { sub: `staff-of-${by.unit}`, role: 'unit', unit: by.unit, scope };
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath,
    rawQueryString: '',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    pathParameters: path,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      http: { method: route.method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '', userAgent: 'cost' },
      authorizer: { jwt: { claims } },
    },
  } as unknown as HttpEvent;
}

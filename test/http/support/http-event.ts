import type { Context } from 'aws-lambda';
import type { HttpEvent } from '../../../functions/http/request/http-event.ts';
import { type OperationId, type Route, routes } from '../../../functions/http/routes.ts';
import type { TestRole } from './roles.ts';

export interface RequestParts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly rawBody?: string;
  readonly isBase64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly role?: TestRole;
}

export const routeOf = (operationId: OperationId): Route =>
  routes.find((route) => route.operationId === operationId)!;

/** The event of a request to an operation, as the gateway hands it over. */
export function eventFor(operationId: OperationId, parts: RequestParts = {}): HttpEvent {
  const route = routeOf(operationId);
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts.path?.[name] ?? ''),
  );
  return rawEvent({ ...parts, method: route.method, rawPath, routeKey: `${route.method} ${route.path}` });
}

/** The event of any request; without `routeKey` the gateway's default route. */
export function rawEvent(
  props: RequestParts & { method: string; rawPath: string; routeKey?: string },
): HttpEvent {
  const { method, rawPath, role, body, rawBody } = props;
  const text = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    version: '2.0',
    routeKey: props.routeKey ?? '$default',
    rawPath,
    rawQueryString: '',
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...props.headers },
    ...(props.path === undefined ? {} : { pathParameters: { ...props.path } }),
    ...(props.query === undefined ? {} : { queryStringParameters: { ...props.query } }),
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: props.isBase64 ?? false,
    requestContext: {
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      ...(role === undefined ? {} : { authorizer: { jwt: { claims: role } } }),
    },
  } as unknown as HttpEvent;
}

export const lambdaContext = {
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => 10_000,
} as Context;

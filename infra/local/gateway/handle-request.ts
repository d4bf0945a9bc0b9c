import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FunctionPool } from '../functions/function-pool.ts';
import { answerResult } from './answer.ts';
import { authorize, type JwtIdentity } from './authorize.ts';
import { answerError } from './gateway-error.ts';
import { matchRoute } from './match-route.ts';
import { readBody } from './read-body.ts';
import type { Route } from './routes.ts';
import { toEvent } from './to-event.ts';
import type { VerifyToken } from './verify-token.ts';

/** Limits of an HTTP API: size of a request, and how long it waits for its function. */
const bodyBytesMax = 10 * 1024 * 1024;
const integrationMaxMs = 30_000;

/** What the gateway knows once everything behind it runs. */
export interface Gateway {
  readonly routes: readonly Route[];
  readonly verify: VerifyToken;
  readonly pools: ReadonlyMap<string, Pick<FunctionPool, 'invoke'>>;
}

/** Carries one request through the gateway: route, token, body, function, answer. */
export async function handleRequest(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseUrl(request);
  if (url === undefined) return answerError(response, 400);
  const match = matchRoute(gateway.routes, { method: request.method ?? '', path: url.pathname });
  if (!match.ok) return answerError(response, match.error.code === 'NOT_FOUND' ? 404 : 400);

  const { authorization, functionName } = match.value.route;
  let identity: JwtIdentity | undefined;
  if (authorization !== null) {
    const { verify } = gateway;
    const checked = await authorize({ authorization, header: request.headers.authorization, verify });
    if (!checked.ok) {
      return answerError(response, checked.error.status, {
        'www-authenticate': checked.error.wwwAuthenticate,
      });
    }
    identity = checked.value;
  }
  const body = await readBody(request, bodyBytesMax);
  if (!body.ok) {
    if (body.error.code === 'TOO_LARGE') answerError(response, 413, { connection: 'close' });
    return;
  }
  const pool = gateway.pools.get(functionName);
  if (pool === undefined) return answerError(response, 500);
  const event = toEvent({ request, url, body: body.value, match: match.value, identity });
  const result = await withinLimit(pool.invoke(JSON.stringify(event), integrationMaxMs));
  if (result === undefined) return answerError(response, 503);
  if (result.ok) return answerResult(response, result.value);
  answerError(response, result.error.code === 'THROTTLED' ? 503 : 500);
}

const parseUrl = (request: IncomingMessage): URL | undefined => {
  try {
    return new URL(`http://${request.headers.host ?? 'localhost'}${request.url}`);
  } catch {
    return undefined;
  }
};

async function withinLimit<Value>(work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), integrationMaxMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

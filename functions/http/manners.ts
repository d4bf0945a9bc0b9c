import type { MiddlewareObj } from '@middy/core';
import { readExchange, withCorrelationId } from './request/exchange.ts';
import type { HttpEvent, HttpResult } from './request/http-event.ts';

/** What every answer carries, good or bad. */
export interface Manners {
  newId(): string;
  /** What durations are divided by; anything but 1 is shown on every answer. */
  readonly speed: number;
}

/** Gives each request a correlation id and each answer the headers that all answers have. */
export function manners({ newId, speed }: Manners): MiddlewareObj<HttpEvent, HttpResult> {
  const dress: MiddlewareObj<HttpEvent, HttpResult>['after'] = (request) => {
    const { event, response } = request;
    if (response === undefined || response === null) return;
    const { correlationId } = readExchange(event);
    request.response = {
      ...response,
      ...(event.requestContext.http.method === 'HEAD' ? { body: '' } : {}),
      headers: {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-correlation-id': correlationId,
        ...(speed === 1 ? {} : { 'x-citywhistle-speed': String(speed) }),
        ...response.headers,
      },
    };
  };
  return {
    before: (request) => {
      request.event = withCorrelationId(request.event, newId);
    },
    after: dress,
    onError: dress,
  };
}

import type { MiddlewareObj } from '@middy/core';
import type { ErrorCode } from './error-code.ts';
import type { Manners } from './manners.ts';
import type { Facts, Telemetry } from './observability.ts';
import { writeProblem } from './reply.ts';
import { readExchange } from './request/exchange.ts';
import type { HttpEvent, HttpResult } from './request/http-event.ts';
import { thrownError } from './thrown.ts';

/** What a function behind the HTTP API has of its surroundings. */
export interface HttpHost extends Manners {
  readonly telemetry: Telemetry;
  /** A clock that only moves forward, for durations. */
  monotonicMs(): number;
}

/** An answer with what may be said about it. */
export interface Answered {
  readonly result: HttpResult;
  readonly operationId?: string;
  readonly ticketId?: string;
  readonly code?: ErrorCode;
}

type Observer = MiddlewareObj<HttpEvent, HttpResult | Answered, Error>;

/**
 * One line and the metrics for each request, also for one that ends in an exception: that becomes a problem without a
 * word of the exception's own, and an error only where it is the service's fault.
 */
export function observe(host: HttpHost): Observer {
  const { telemetry } = host;
  const started = new WeakMap<object, number>();
  const say = (key: object, event: HttpEvent, requestId: string, answered: Answered, cause?: Error) => {
    const durationMs = Math.round(host.monotonicMs() - (started.get(key) ?? host.monotonicMs()));
    const { result, ...known } = answered;
    const status = result.statusCode ?? 0;
    const facts: Facts = {
      ...known,
      correlationId: readExchange(event).correlationId,
      requestId,
      status,
      durationMs,
    };
    if (cause === undefined) telemetry.info('answered', facts);
    else if (status < 500) telemetry.warn('refused', facts, cause);
    else telemetry.error('failed', facts, cause);
    telemetry.measure('Requests', 1);
    telemetry.measure('RequestMs', durationMs);
    if (status >= 500) telemetry.measure('Failures', 1, known.code);
    telemetry.flush();
  };
  return {
    before: (request) => {
      started.set(request.context, host.monotonicMs());
    },
    after: (request) => {
      const answered = request.response as Answered;
      say(request.context, request.event, request.context.awsRequestId, answered);
      request.response = answered.result;
    },
    onError: async (request) => {
      const error = thrownError(request.error);
      const result = await writeProblem(error, readExchange(request.event));
      const { context, event } = request;
      say(context, event, context.awsRequestId, { result, code: error.code }, request.error ?? undefined);
      request.response = result;
    },
  };
}

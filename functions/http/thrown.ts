import { BadCursor } from '../ports/bad-cursor.ts';
import { NewerFormat } from '../ports/newer-format.ts';
import type { ApiError } from './error-code.ts';

/** Names of what the AWS clients throw when the server itself could not: worth another try. */
const passing: ReadonlySet<string> = new Set([
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
]);

/** Codes of connections that failed. */
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** How deep chains of causes are looked through. */
const depthMax = 5;

/** What a client is told of an exception: that it may try again where that helps, else only that the service failed. */
export function thrownError(cause: unknown): ApiError {
  if (cause instanceof BadCursor) return { code: 'BAD_CURSOR' };
  const mayPass = causesOf(cause).some(
    (error) => error instanceof NewerFormat || passing.has(error.name) || unreachable.has(codeOf(error)),
  );
  return { code: mayPass ? 'BUSY' : 'INTERNAL' };
}

/** An exception and what caused it, outermost first. */
export function causesOf(thrown: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let next = thrown; next instanceof Error && causes.length < depthMax; next = next.cause)
    causes.push(next);
  return causes;
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

import type { SuccessStatus } from './contracts/contract.ts';
import type { ApiError } from './error-code.ts';
import type { Exchange } from './request/exchange.ts';
import type { HttpResult } from './request/http-event.ts';
import { statusByCode } from './status-by-code.ts';

/** What a use case's result becomes: a status and a body to be written as JSON, or a text of its own kind. */
export interface Reply {
  readonly status: SuccessStatus;
  /** Absent: an answer without a body. */
  readonly body?: unknown;
  /** Sent as it is instead of a body, with the content type in `headers`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The ticket it is about, for the log, where the path does not name it. */
  readonly ticketId?: string;
}

/** Seconds after which a client that was turned away may come back. */
const retryAfterSeconds = 2;

/** Writes a good answer. */
export function writeReply(reply: Reply): HttpResult {
  if (reply.text !== undefined)
    return { statusCode: reply.status, headers: { ...reply.headers }, body: reply.text };
  if (reply.body === undefined) return { statusCode: reply.status, headers: { ...reply.headers } };
  return {
    statusCode: reply.status,
    headers: { 'content-type': 'application/json', ...reply.headers },
    body: JSON.stringify(reply.body),
  };
}

/** Writes a failure as a problem document. Its wording is loaded with the first one: most requests need none. */
export async function writeProblem(error: ApiError, { language, path }: Exchange): Promise<HttpResult> {
  const { toProblem } = await import('./problem.ts');
  const status = statusByCode[error.code];
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...(status === 503 ? { 'retry-after': String(retryAfterSeconds) } : {}),
      ...error.headers,
    },
    body: JSON.stringify(toProblem(error, language, path)),
  };
}

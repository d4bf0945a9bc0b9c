import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { err, ok, type Result } from '../../core/result.ts';
import { type DurationMs, type EpochMs, secondMs } from '../../core/time.ts';
import type { Reach } from './address-guard.ts';
import { type CloudEvent, cloudEventContentType } from './cloud-event.ts';
import { AddressRefusedError, guardedLookup } from './guarded-lookup.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { signedHeaders } from './sign.ts';
import type { WebhookFailure } from './webhook-failure.ts';
import { parseWebhookUrl } from './webhook-url.ts';

export type WebhookPost = {
  readonly url: string;
  /** Valid secrets, the newest first; each signs. */
  readonly secrets: readonly string[];
  readonly event: CloudEvent;
  /** The time of this attempt. */
  readonly at: EpochMs;
  /** For the whole attempt, from resolving the name to the status line; 10 s unless told. */
  readonly timeoutMs?: DurationMs;
  /** Also http to loopback and private addresses: local hosts and tests. */
  readonly allowLocal?: boolean;
};

/** A receiver's words are of no use to us; so much of them is read for its sake, then the connection is cut. */
const bodyBytesMax = 16_384;

/**
 * Makes one attempt to deliver an event, signed, to a webhook. Delivered means a 2xx status.
 *
 * It uses `node:http` rather than `fetch`, because only there the addresses of a name can be judged before the socket
 * connects to them; and a connection of its own, because a pooled one would have skipped that. Redirects are not
 * followed.
 */
export async function postWebhook(post: WebhookPost): Promise<Result<{ status: number }, WebhookFailure>> {
  const { allowLocal = false, timeoutMs = 10 * secondMs } = post;
  const url = parseWebhookUrl(post.url, allowLocal);
  if (!url.ok) return url;
  const body = JSON.stringify(post.event);
  const headers = {
    'content-type': cloudEventContentType,
    'content-length': Buffer.byteLength(body),
    'user-agent': 'CityWhistle-Webhook/1',
    ...signedHeaders({ id: post.event.id, at: post.at, body, secrets: post.secrets }),
  };
  const isHttps = url.value.protocol === 'https:';
  const reach: Reach = { protocol: isHttps ? 'https:' : 'http:', allowLocal };
  const signal = AbortSignal.timeout(timeoutMs);
  const options = { method: 'POST', headers, lookup: guardedLookup(reach), agent: false, signal } as const;
  const request = (isHttps ? requestHttps : requestHttp)(url.value, options);
  try {
    const response = await answerTo(request, body);
    return judge(response.statusCode ?? 0, response.headers['retry-after'], post.at);
  } catch (error) {
    return err(failureOf(error, signal));
  }
}

/** The response, once its body has ended or is cut. Once there is a status, nothing that follows is an error. */
const answerTo = (request: ClientRequest, body: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    let answered: IncomingMessage | undefined;
    const settle = (error?: Error) => (answered ? resolve(answered) : reject(error));
    request.on('error', settle);
    request.on('close', () => settle(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    request.on('response', (response) => {
      answered = response;
      let bytes = 0;
      response.on('error', settle);
      response.on('close', settle);
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > bodyBytesMax) response.destroy();
      });
    });
    request.end(body);
  });

function judge(
  status: number,
  retryAfter: string | undefined,
  at: EpochMs,
): Result<{ status: number }, WebhookFailure> {
  if (status >= 200 && status < 300) return ok({ status });
  if (status === 410) return err({ code: 'GONE', retryable: false, status });
  if (status >= 300 && status < 400) return err({ code: 'REDIRECTED', retryable: false, status });
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = retryAfterSeconds(retryAfter, at);
    const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
    return err({ code: 'UNAVAILABLE', retryable: true, status, ...wait });
  }
  return err({ code: 'REFUSED', retryable: false, status });
}

function failureOf(error: unknown, signal: AbortSignal): WebhookFailure {
  if (error instanceof AddressRefusedError) {
    return { code: 'URL_REFUSED', retryable: false, reason: error.message };
  }
  if (signal.aborted) return { code: 'TIMED_OUT', retryable: true };
  const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
  return { code: 'UNREACHABLE', retryable: true, reason: code };
}

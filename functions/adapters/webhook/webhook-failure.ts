import type { UrlRefused } from './webhook-url.ts';

/**
 * Why an event was not delivered. A retryable failure goes back to the queue; any other goes to the dead-letter queue,
 * from where it can be redriven once its cause is mended.
 */
export type WebhookFailure =
  /** The URL, or an address its host name led to, may not be called. */
  | UrlRefused
  /** No answer: DNS, connection or TLS failed; `reason` is the system's code, such as ECONNREFUSED. */
  | { readonly code: 'UNREACHABLE'; readonly retryable: true; readonly reason: string }
  /** No status line within the time. */
  | { readonly code: 'TIMED_OUT'; readonly retryable: true }
  /** 408, 429 or 5xx; the receiver may say when to come back. */
  | {
      readonly code: 'UNAVAILABLE';
      readonly retryable: true;
      readonly status: number;
      readonly retryAfterSeconds?: number;
    }
  /** 410: the receiver wants nothing more; its registration is to be disabled. */
  | { readonly code: 'GONE'; readonly retryable: false; readonly status: 410 }
  /** 3xx: never followed, since it could lead past the checks of the URL. */
  | { readonly code: 'REDIRECTED'; readonly retryable: false; readonly status: number }
  /** Any other status: the receiver does not take this event. */
  | { readonly code: 'REFUSED'; readonly retryable: false; readonly status: number };

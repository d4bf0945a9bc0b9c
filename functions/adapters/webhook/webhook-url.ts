import { isIP } from 'node:net';
import { err, ok, type Result } from '../../core/result.ts';
import { addressFault } from './address-guard.ts';

export type UrlRefused = { readonly code: 'URL_REFUSED'; readonly retryable: false; readonly reason: string };

const urlLengthMax = 2_048;

/**
 * Whether a webhook may be sent to a URL, as far as the URL alone can tell: `https`, no user name or password, and no
 * address of ours written out. A host name is judged when it is resolved, at every delivery.
 *
 * @param allowLocal also `http` (to loopback, judged when resolved) and private addresses: local hosts and tests
 */
export function parseWebhookUrl(text: string, allowLocal: boolean): Result<URL, UrlRefused> {
  const refuse = (reason: string) => err({ code: 'URL_REFUSED', retryable: false, reason } as const);
  if (text.length > urlLengthMax) return refuse(`longer than ${urlLengthMax} characters`);
  if (!URL.canParse(text)) return refuse('not an absolute URL');
  const url = new URL(text);
  const { protocol } = url;
  if (protocol !== 'https:' && protocol !== 'http:') return refuse(`${protocol} is not https`);
  if (protocol === 'http:' && !allowLocal) return refuse('http is not allowed: use https');
  if (url.username !== '' || url.password !== '')
    return refuse('a user name or password does not belong in it');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const fault = isIP(host) === 0 ? undefined : addressFault(host, { protocol, allowLocal });
  return fault === undefined ? ok(url) : refuse(fault);
}

import type { EpochMs } from '../../core/time.ts';
import { retryDelayMaxSeconds } from './backoff.ts';

/**
 * How long a receiver asks us to wait (`Retry-After`, RFC 9110 10.2.3: seconds or a date).
 *
 * @param at the time of the attempt, from which a date is counted
 * @returns whole seconds from 0 to 900, the longest delay SQS can give; `undefined` when the header is absent or bad
 */
export function retryAfterSeconds(header: string | undefined, at: EpochMs): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,10}$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - at) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(retryDelayMaxSeconds, Math.max(0, seconds));
}

import { secondMs } from '../core/time.ts';

/**
 * No caller waits longer for an answer: the gateway gives up after 30 s. Past it a request decides nothing any more. An
 * instance that stood still and goes on would otherwise act on what its caller has since asked again and been refused.
 */
export const requestMaxMs = 30 * secondMs;

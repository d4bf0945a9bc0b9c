/** The first ceiling, doubled at every further attempt. */
const firstMaxSeconds = 5;
/** The longest delay SQS can give a message (`DelaySeconds`). */
export const retryDelayMaxSeconds = 900;

/**
 * How long to wait after a failed attempt: exponential back-off with full jitter, so that the receivers of many
 * events that failed together are not all tried again together.
 *
 * @param attempt the attempt that failed, counted from 1
 * @param random01 a number drawn from [0, 1)
 * @returns whole seconds from 1 up to 5, 10, 20 ... 900
 */
export function retryDelaySeconds(attempt: number, random01: number): number {
  const maxSeconds = Math.min(retryDelayMaxSeconds, firstMaxSeconds * 2 ** (attempt - 1));
  return 1 + Math.floor(random01 * maxSeconds);
}

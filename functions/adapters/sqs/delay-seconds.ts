/** The longest delay the queue service knows. */
const delaySecondsMax = 900;

/**
 * A delay the queue service takes.
 *
 * @throws RangeError for one outside 0 to 900 or with a fraction: a caller's mistake that not every server notices
 */
export function delaySeconds(id: string, seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > delaySecondsMax) {
    throw new RangeError(
      `a message about ${id} would come after ${seconds} s; a delay is 0 to ${delaySecondsMax} whole seconds`,
    );
  }
  return seconds;
}

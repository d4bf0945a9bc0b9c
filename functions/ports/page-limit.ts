import type { PageRequest } from './page.ts';

/** Most rows of one page, whatever is asked for. */
export const pageRowsMax = 100;

/**
 * The rows a page may have: the limit asked for, capped at {@link pageRowsMax}.
 *
 * @throws RangeError for a limit that is no positive whole number: requests are checked before they come here
 */
export function pageLimit({ limit }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new RangeError(`a page has a positive whole number of rows, not ${limit}`);
  }
  return Math.min(limit, pageRowsMax);
}

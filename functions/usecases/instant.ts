import * as z from 'zod';

const fromYear = 1970;
const untilYear = 2200;
const firstAt = Date.UTC(fromYear, 0);
const endAt = Date.UTC(untilYear, 0);

/**
 * An instant that a client sends: RFC 3339 with an offset. A year outside this range is a slip, and no instant before 1970 can
 * stand in a key of the store.
 */
export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(
    (text) => Date.parse(text) >= firstAt && Date.parse(text) < endAt,
    `an instant from ${fromYear} on and before ${untilYear}`,
  );

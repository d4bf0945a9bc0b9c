import * as z from 'zod';

/** A unit's code: a key in stores, queues and URLs, so it holds no separator of theirs. */
export const unitCode = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'a code has letters, digits, ".", "_" and "-" only, at most 40',
  );

/** What histories and undertakings call an actor that is no unit: a unit of that name would be taken for it. */
const reserved: ReadonlySet<string> = new Set(['hotline', 'clock', 'unknown']);

/** The code a unit goes by, in a directory or in a token: none of the names of actors that are no units. */
export const ownUnitCode = unitCode.refine(
  (code) => !reserved.has(code),
  'hotline, clock and unknown are no unit’s code',
);

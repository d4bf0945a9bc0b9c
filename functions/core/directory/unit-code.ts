import * as z from 'zod';

/** A unit's code: a key in stores, queues and URLs, so it holds no separator of theirs. */
export const unitCode = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'a code has letters, digits, ".", "_" and "-" only, at most 40',
  );

import * as z from 'zod';

/** A key in a pack: texts, routes and stores refer to it. */
export const key = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,39}$/, 'a key: a letter, then letters, digits or dashes');

/** What people read, in both languages. */
export const title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

import * as z from 'zod';

const reason = z.string().trim().min(1).max(600);

/** Where a row comes from: a published `basis` or a marked `assumption`. Exactly one of them. */
export const provenance = z.union([
  z.strictObject({ basis: reason }),
  z.strictObject({ assumption: reason }),
]);

export type Provenance = z.infer<typeof provenance>;

/**
 * A value with its provenance: `{ value, basis }` (law, standard, source), `{ value, assumption }` (nobody
 * published it; this is our guess and why), or `{ value: null, unknown }` (a run that needs it stops and names it).
 */
export const sourced = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([
    z.strictObject({ value: schema, basis: reason }),
    z.strictObject({ value: schema, assumption: reason }),
    z.strictObject({ value: z.null(), unknown: reason }),
  ]);

import * as z from 'zod';

/**
 * Everything that decides a ticket, as read from files: kept for ever under its hash, so that a ticket lives under the
 * rules it was opened under. Contents are checked again when compiled.
 */
export const citySources = z.object({
  format: z.literal(1),
  city: z.string(),
  pack: z.string(),
  /** How many times faster than life durations pass; 1 outside demonstrations. */
  speed: z.number().positive(),
  directory: z.unknown(),
  catalogue: z.unknown(),
  /** The duty list that the pack names, where it does. */
  duties: z.unknown().optional(),
  /** The pack and every pack it is laid upon, by id. */
  packs: z.record(z.string(), z.unknown()),
  /** Names of the files, for messages. */
  files: z.object({
    directory: z.string(),
    catalogue: z.string(),
    pack: z.string(),
    shapes: z.string().optional(),
    duties: z.string().optional(),
  }),
});

export type CitySources = z.infer<typeof citySources>;

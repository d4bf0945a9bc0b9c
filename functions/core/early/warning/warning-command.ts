import * as z from 'zod';

/** What can be asked of a warning. `measure` is the watch's own: it has counted what came. */
export const warningCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('respond'), outcome: z.enum(['acted', 'watched']) }),
  z.strictObject({ type: z.literal('dismiss') }),
  z.strictObject({ type: z.literal('measure'), count: z.int().min(0) }),
]);

export type WarningCommand = z.infer<typeof warningCommand>;

/** What can happen to a warning. */
export const warningEvents = [
  'warningRaised',
  'warningRungClimbed',
  'warningOverdue',
  'warningActedOn',
  'warningWatched',
  'warningDismissed',
  'warningMeasured',
  'warningUnmeasured',
] as const;

export type WarningEvent = (typeof warningEvents)[number];

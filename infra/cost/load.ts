import * as z from 'zod';

const leaf = z.union([
  z.strictObject({ value: z.number().nonnegative(), basis: z.string().min(1) }),
  z.strictObject({ value: z.number().nonnegative(), assumption: z.string().min(1) }),
]);

/** The lives that are measured; a load says how many of the requests live each of them. */
export const lifeNames = ['consult', 'plain', 'helped', 'reopened', 'overdue', 'whistled'] as const;
export type LifeName = (typeof lifeNames)[number];

const loadFile = z
  .strictObject({
    schema: z.literal('citywhistle/load@1'),
    lives: z.record(z.enum(lifeNames), leaf),
    messagesPerReceive: leaf,
    idlePollsPerQueueYear: leaf,
    queues: leaf,
    logBytesOfPlatform: leaf,
    logMonthsKept: leaf,
    peakHourShare: leaf,
    peakDayFactor: leaf,
    peakMinuteFactor: leaf,
    largestUnitShare: leaf,
  })
  .refine(
    ({ lives }) => Math.abs(Object.values(lives).reduce((sum, { value }) => sum + value, 0) - 1) < 1e-9,
    { path: ['lives'], message: 'the shares of the lives add up to 1' },
  );

/** What a year is made of, beyond what is measured: every value with its basis or marked as an assumption. */
export type Load = z.infer<typeof loadFile>;

/** Reads the content of a file of loads. Throws with the path of whatever is wrong in it. */
export const readLoad = (content: unknown): Load => loadFile.parse(content);

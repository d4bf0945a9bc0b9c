import * as z from 'zod';
import { type MeasureName, measureNames } from '../../city/measures.ts';

/**
 * One thing a candidate must meet. Without `against` the candidate's own figure is judged; with it, the paired difference
 * candidate - baseline. With confidence `interval` the whole 95 % interval must lie on the right side, with `mean` the mean.
 */
const expectation = z
  .strictObject({
    measure: z.enum(measureNames as [MeasureName, ...MeasureName[]]),
    min: z.number().optional(),
    max: z.number().optional(),
    against: z.literal('baseline').optional(),
    confidence: z.enum(['interval', 'mean']).default('interval'),
    /** Shown when it is not met: why the city wants it. */
    why: z.string().min(1).max(300).optional(),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'needs min, max or both')
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'has min above max');

/** What a candidate pack must meet before it is rolled out: kept beside the pack, in version control. */
export const expectationsFile = z
  .strictObject({
    schema: z.literal('citywhistle/expectations@1'),
    scenario: z.string().min(1),
    /** A shipped pack, or a file that ends in .json. */
    baseline: z.string().min(1).optional(),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31)
      .default(1),
    replications: z.int().min(2).max(10_000).default(10),
    days: z.int().min(1).max(4_000).optional(),
    expectations: z.array(expectation).min(1).max(100),
  })
  .refine(
    ({ baseline, expectations }) =>
      baseline !== undefined || expectations.every(({ against }) => against === undefined),
    { path: ['baseline'], message: 'is needed: an expectation is against it' },
  );

export type Expectations = z.infer<typeof expectationsFile>;
export type Expectation = Expectations['expectations'][number];

import * as z from 'zod';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { group } from './month-policy.ts';
import { key, title } from './titled.ts';

/** A share as a number, or as a fraction such as `1/3` that has no decimal form. */
const share = z.union([
  z.number().gt(0).max(1),
  z
    .string()
    .regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'a share: a number up to 1, or a fraction such as 1/3')
    .transform((text) => {
      const [over, under] = text.split('/').map(Number);
      return over! / under!;
    })
    .refine((value) => value <= 1, { message: 'a share is at most 1' }),
]);

/** Ratings of one sort of rater. Its weight is `split` of the share that `in` names. */
const part = z.strictObject({
  title,
  in: key,
  split: sourced(share),
  by: sourced(z.array(z.enum([...unitKinds, 'public'])).min(1)),
  /** The part is empty with fewer ratings. */
  ratingsMin: sourced(z.int().min(1)),
});

/**
 * A board made of ratings: the annual appraisal (年度考核) or a special check (专项考核). Shares that a source gives for
 * several raters together are kept apart from how they are split.
 */
export const ratingBoardPolicy = z.strictObject({
  shares: z.record(key, z.strictObject({ title, share: sourced(share) })),
  parts: z.record(key, part),
  /** `raters`: each rater's ratings are averaged first, so each has one voice. */
  voices: sourced(z.enum(['raters', 'ratings'])),
  /** A part without enough ratings: the unit is listed without a rank, or the other parts take its weight. */
  emptyPart: sourced(z.enum(['unranked', 'shared'])),
  decimals: sourced(z.int().min(0).max(6)),
  groups: z.record(key, group),
});

import * as z from 'zod';
import { monthPolicy } from './month-policy.ts';
import { ratingBoardPolicy } from './rating-board-policy.ts';

/** The three boards (考评). Each has its own section and reads no other. */
export const scorePolicy = z.strictObject({
  month: monthPolicy,
  /** The annual appraisal of departments and branch offices (年度考核). */
  annual: ratingBoardPolicy.optional(),
  /** A special check of departments (专项考核). */
  special: ratingBoardPolicy.optional(),
});

export type ScorePolicy = z.infer<typeof scorePolicy>;

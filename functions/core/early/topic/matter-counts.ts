import * as z from 'zod';

const count = z.int().min(0);

/** What is counted of one matter: whole numbers only, so that the order of additions cannot show. */
export const matterCounts = z.object({
  cases: count,
  /** Citizens who said whether it was resolved, and those who said it was not. */
  resolutionBase: count,
  unresolved: count,
  /** Citizens who said whether they were satisfied, and those who were not. */
  satisfactionBase: count,
  dissatisfied: count,
});

export type MatterCounts = z.infer<typeof matterCounts>;

export const noCounts: MatterCounts = {
  cases: 0,
  resolutionBase: 0,
  unresolved: 0,
  satisfactionBase: 0,
  dissatisfied: 0,
};

/** Both together. */
export const addCounts = (a: MatterCounts, b: MatterCounts): MatterCounts => ({
  cases: a.cases + b.cases,
  resolutionBase: a.resolutionBase + b.resolutionBase,
  unresolved: a.unresolved + b.unresolved,
  satisfactionBase: a.satisfactionBase + b.satisfactionBase,
  dissatisfied: a.dissatisfied + b.dissatisfied,
});

/** A share of a base; without a base there is none. */
export const shareOf = (part: number, base: number): number | undefined =>
  base === 0 ? undefined : part / base;

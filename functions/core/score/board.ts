import * as z from 'zod';

const count = z.int().min(0);

/** A share with its base. Without a base there is no share: nothing was asked. */
const rate = z.object({ yes: count, base: count, share: z.number().exactOptional() });

/** The three rates (三率) and the on-time share of one unit. `overdueOpen` is part of the base of `onTime`. */
export const rates = z.object({
  cases: count,
  response: rate,
  resolution: rate,
  satisfaction: rate,
  onTime: rate,
  overdueOpen: count,
});

/**
 * A unit's row on the month's board. `score` and `rank` are absent where the base is too small to rank; `points` add up to the
 * score before bonus and deduction; `scoreFrom` says where a score without a base comes from.
 */
export const boardRow = z.object({
  unit: z.string(),
  ...rates.shape,
  /** Of the trade that a department supervises (行业). */
  trade: rates.exactOptional(),
  /** Cases taken out by a ruling (剔除), and those that ended without work or are counted apart. */
  excluded: count,
  notCounted: count,
  apart: count,
  points: z
    .object({ response: z.number(), resolution: z.number(), satisfaction: z.number(), onTime: z.number() })
    .exactOptional(),
  bonus: z.number(),
  deduction: z.number(),
  score: z.number().exactOptional(),
  scoreFrom: z.enum(['cases', 'fullMarks', 'groupMean']).exactOptional(),
  rank: z.int().min(1).exactOptional(),
  rankBefore: z.int().min(1).exactOptional(),
  /** Places won since the board before; negative when lost. */
  movement: z.int().exactOptional(),
  class: z.string().exactOptional(),
});

export type Rate = z.infer<typeof rate>;
export type Rates = z.infer<typeof rates>;
export type BoardRow = z.infer<typeof boardRow>;

/** A unit's row on a board made of ratings. `parts` holds each part's mean, from 0 to 100, where there are enough ratings. */
export const ratingRow = z.object({
  unit: z.string(),
  parts: z.record(
    z.string(),
    z.object({ ratings: count, raters: count, points: z.number().exactOptional() }),
  ),
  score: z.number().exactOptional(),
  rank: z.int().min(1).exactOptional(),
  rankBefore: z.int().min(1).exactOptional(),
  movement: z.int().exactOptional(),
});

export type RatingRow = z.infer<typeof ratingRow>;

/** Ranks of an earlier board, by group: how many units were ranked and which rank each had. */
export type GroupRanks = { readonly ranked: number; readonly ranks: Readonly<Record<string, number>> };
export type BoardRanks = Readonly<Record<string, GroupRanks>>;

type Ranked = { readonly unit: string; readonly rank?: number };

/** What the next board needs of this one. */
export const ranksOf = (groups: Readonly<Record<string, readonly Ranked[]>>): BoardRanks =>
  Object.fromEntries(
    Object.entries(groups).map(([group, rows]) => {
      const ranked = rows.filter((row) => row.rank !== undefined);
      return [
        group,
        { ranked: ranked.length, ranks: Object.fromEntries(ranked.map(({ unit, rank }) => [unit, rank!])) },
      ];
    }),
  );

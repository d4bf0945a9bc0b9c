import * as z from 'zod';

const reason = z.string().trim().min(1).max(600);

/** A value of a scenario with where it comes from: a published `basis`, or an `assumption` with its reason. */
export const leaf = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([
    z.strictObject({ value: schema, basis: reason }),
    z.strictObject({ value: schema, assumption: reason }),
  ]);

/**
 * Numbers by key, where `*` stands for every key not named. Of keys that are beginnings of an item's code the longest
 * one that fits counts.
 */
export const byKey = (number: z.ZodNumber) =>
  z
    .record(z.string().min(1).max(60), number)
    .refine((table) => Object.hasOwn(table, '*'), 'needs the key "*" for everything not named');

export const share = z.number().min(0).max(1);
export const positive = z.number().positive();

/** Least and greatest lengths make no law of chance: a mean and a coefficient of variation (deviation / mean) do. */
export const lengthLaw = z.strictObject({ mean: positive, variation: z.number().positive().max(20) });

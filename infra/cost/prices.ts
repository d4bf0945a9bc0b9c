import * as z from 'zod';

/** What can be on the bill. */
const priceKeys = [
  'dynamodb.writeUnits',
  'dynamodb.readUnits',
  'dynamodb.storageGbMonths',
  'dynamodb.backupGbMonths',
  'sqs.requests',
  'lambda.requests',
  'lambda.gbSeconds',
  'apiGateway.requests',
  'logs.ingestedGb',
  'logs.storageGbMonths',
  'scheduler.invocations',
  'xray.traces',
] as const;

export type PriceKey = (typeof priceKeys)[number];

const row = z.union([
  z.strictObject({
    /** In the file's currency, for `per` units. */
    price: z.number().nonnegative(),
    per: z.number().positive(),
    unit: z.string().min(1),
    source: z.url(),
    sourceDate: z.string().min(4),
  }),
  z.strictObject({
    price: z.null(),
    per: z.number().positive(),
    unit: z.string().min(1),
    unknown: z.string().min(1),
  }),
]);

/** The file of prices: one region, one day, a source for each row; `null` where none was found. */
const pricesFile = z.strictObject({
  schema: z.literal('citywhistle/prices@1'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  collectedOn: z.iso.date(),
  freeTier: z.string(),
  prices: z.record(z.enum(priceKeys), row),
});

export type Prices = z.infer<typeof pricesFile>;

/** Reads the content of a file of prices. Throws with the path of whatever is wrong in it. */
export const readPrices = (content: unknown): Prices => pricesFile.parse(content);

/** A price the bill needs was found nowhere. */
export class MissingPrice extends Error {
  override readonly name = 'MissingPrice';
}

/**
 * What `quantity` units cost.
 *
 * @throws MissingPrice where the file has no price: nothing is invented in its place
 */
export function costOf({ prices, region }: Prices, key: PriceKey, quantity: number): number {
  const found = prices[key];
  if (found.price === null) {
    throw new MissingPrice(`there is no price for ${key} in ${region} (${found.unit}): ${found.unknown}`);
  }
  return (quantity / found.per) * found.price;
}

import { costOf, type PriceKey, type Prices } from './prices.ts';
import type { Usage } from './year-usage.ts';

/** A line of the bill. */
interface BillLine {
  readonly key: PriceKey;
  readonly quantity: number;
  readonly cost: number;
}

/** A year's bill: a line for each thing used, and the sums by service and in all, in the currency of the prices. */
export interface Bill {
  readonly lines: readonly BillLine[];
  readonly services: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * What a usage costs at the prices of a file.
 *
 * @throws MissingPrice naming the first thing used that has no price
 */
export function billOf(usage: Usage, prices: Prices): Bill {
  const used = (Object.entries(usage) as [PriceKey, number][]).filter(([, quantity]) => quantity > 0);
  const lines = used.map(([key, quantity]) => ({ key, quantity, cost: costOf(prices, key, quantity) }));
  const services = new Map<string, number>();
  for (const { key, cost } of lines) {
    const service = key.slice(0, key.indexOf('.'));
    services.set(service, (services.get(service) ?? 0) + cost);
  }
  return { lines, services, total: lines.reduce((sum, { cost }) => sum + cost, 0) };
}

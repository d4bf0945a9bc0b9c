import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { lasting } from './duration.ts';

const requests = sourced(z.number().gt(0).max(1_000_000));

/** Requests as if seen that sparse counts lean on: of an hour, weekday or month, and of an item's share of an area. */
export const shrinkagePolicy = z.strictObject({ time: requests, area: requests });

const dispersion = sourced(
  z.strictObject({ perRequest: z.number().min(0).max(100), perMean: z.number().min(0).max(100) }),
);

/** How unevenly counts come, by kind of area: variance = mean x (1 + perRequest) + perMean x mean^2. */
export const dispersionPolicy = z.strictObject({ city: dispersion, district: dispersion, place: dispersion });

/** Forecasts of the requests of an item in an area for the next week and month (预测). */
export const forecastPolicy = z.strictObject({
  shrinkage: shrinkagePolicy,
  /** How far an item lately runs above or below its usual rate. */
  level: z.strictObject({
    /** What was seen weighs half after this long. */
    halfLife: sourced(lasting),
    strength: requests,
  }),
  /** Of a week's count and of four weeks' count about its forecast. */
  dispersion: z.strictObject({ week: dispersionPolicy, month: dispersionPolicy }),
  /** Shares of counts that an interval is meant to hold. */
  within: sourced(z.array(z.number().gt(0).lt(1)).min(1).max(4)),
});

export type ForecastPolicy = z.infer<typeof forecastPolicy>;
export type DispersionPolicy = z.infer<typeof dispersionPolicy>;

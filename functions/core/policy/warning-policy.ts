import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration, lasting } from './duration.ts';
import { dispersionPolicy, shrinkagePolicy } from './forecast-policy.ts';
import { key, title } from './titled.ts';

const share = sourced(z.number().min(0).lt(1));

const monthDay = z
  .string()
  .refine(
    (text) => z.iso.date().safeParse(`2023-${text}`).success,
    'a day that every year has, such as 11-15',
  );

/** A season (供暖季, 汛期) whose requests are warned of ahead of its first day. */
const season = z.strictObject({
  title,
  /** Codes of items, or what their codes begin with. */
  items: sourced(z.array(z.string().min(1).max(60)).min(1).max(50)),
  startsOn: sourced(monthDay),
  /** The warning goes out this long before. */
  ahead: sourced(duration),
  /** The stretch from the season's first day that is forecast and measured. */
  over: sourced(duration),
  /** Only where so many requests are forecast, and so many times what the weeks before bring. */
  requestsMin: sourced(z.number().min(0)),
  factorMin: sourced(z.number().min(0)),
});

/** Early warnings (预警): how requests are watched, what a unit owes a warning, and how its effect is measured. */
export const warningPolicy = z.strictObject({
  /** How the usual is learnt. */
  learn: z.strictObject({
    shrinkage: shrinkagePolicy,
    level: z.strictObject({
      halfLife: sourced(lasting),
      strength: sourced(z.number().gt(0)),
      /** Hours are learnt this long after they ended, so that a surge does not pass for usual. */
      lag: sourced(duration),
    }),
    /** No warning before so much of the city's time was recorded. */
    warmUp: sourced(duration),
  }),
  /** The surge worth telling: so many times the usual and so many requests an hour more. */
  surge: sourced(z.strictObject({ factor: z.number().min(1), extra: z.number().min(0) })),
  /** False alarms a month, the whole city together, if counts come as modelled: an upper bound. */
  falseAlarms: sourced(z.number().gt(0).max(10_000)),
  /** How far an hour's surprise carries over into the next, by kind of area: hours that hang together are not independent. */
  carryOver: z.strictObject({ city: share, district: share, place: share }),
  dispersion: dispersionPolicy,
  /** An hour is counted this long after it ended: what is told of a request takes that long to arrive. */
  closesAfter: sourced(duration),
  /** So many places of a district, or districts of the city, in alarm at once are one warning to it. */
  placesMin: sourced(z.int().min(2)),
  /** The same surge is not told again for this long. */
  quiet: sourced(duration),
  /** The unit says within this time what it does; the rungs of `escalation` stand at shares of it. */
  respondWithin: sourced(duration),
  effect: z.strictObject({
    /** From the alarm on, requests are laid beside what was forecast for this long. */
    over: sourced(duration),
    /** A surge that nobody acts on is taken to fade by half in this time. */
    halfLife: sourced(lasting),
    /** Share of counts that the forecast's interval is meant to hold. */
    within: sourced(z.number().gt(0).lt(1)),
  }),
  seasons: z.record(key, season),
});

export type WarningPolicy = z.infer<typeof warningPolicy>;

import * as z from 'zod';
import { stretchForecast } from '../watch/watch-state.ts';

const at = z.int();

/** Tickets a warning names at most; the count says how many there were. */
export const warningTicketsMax = 50;

/** What a unit may answer to a warning: it acts, it watches on, or there is nothing to it. */
export const warningOutcomes = ['acted', 'watched', 'dismissed'] as const;
export type WarningOutcome = (typeof warningOutcomes)[number];

/** What came of it: tickets counted in the stretch of the forecast, and how many fewer than forecast, with the interval. */
const effect = z.object({ count: z.int(), avoided: z.number(), low: z.number(), high: z.number() });

/** An early warning (预警) of more requests of one item in one area than usual. Nothing personal. */
export const warningState = z.object({
  item: z.string(),
  /** The area it is about, which is the unit that is warned. */
  area: z.string(),
  /** The district it lies in; absent where it is told to the city alone. */
  district: z.string().optional(),
  city: z.string(),
  /** `surge`, or the key of the season that is ahead. */
  cause: z.string(),
  raisedAt: at,
  /** `2026-11`, in the city's own time. */
  month: z.string(),
  /** Stretch of the evidence: from the begin of its first hour to the end of its last. */
  since: at,
  until: at,
  /** Requests of that stretch against what was usual; of a season: what the weeks before were to bring. */
  count: z.int(),
  usual: z.number(),
  ticketIds: z.array(z.string()),
  /** What is to come if nobody acts. */
  forecast: stretchForecast,
  respondBy: at,
  /** Rungs of the ladder that were climbed; the next one's instant. */
  rung: z.int(),
  rungAt: at.optional(),
  overdue: z.boolean(),
  response: z.object({ outcome: z.enum(warningOutcomes), at, by: z.string() }).optional(),
  /** The effect is measured by then, or never. */
  measureBy: at,
  effect: effect.optional(),
  /** The measurement did not come in time. */
  unmeasured: z.boolean(),
  /** Measured or not, and answered or with no rung left to climb. */
  endedAt: at.optional(),
});

export type WarningState = z.infer<typeof warningState>;

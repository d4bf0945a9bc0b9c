import * as z from 'zod';
import { earlySchema } from './early/early-schema.ts';
import { loadSchema } from './load-schema.ts';
import { byKey, leaf, lengthLaw, share } from './scenario-leaf.ts';
import { seatsSchema } from './seats/seats-schema.ts';
import { unitsSchema } from './units-schema.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'a key: a letter, then letters, digits or dashes');
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const logit = z.number().min(-20).max(20);

/** How citizens answer the callback (回访). Satisfied is not a subset of resolved. */
const citizensSchema = z.strictObject({
  /** Reached by one attempt. */
  reachable: leaf(share),
  /** Hours from the time a callback is due to the attempt. */
  callbackHours: leaf(lengthLaw),
  responded: leaf(share),
  /** Logit of being resolved, on time and with ordinary effort; then what moves it. */
  resolved: leaf(logit),
  /** What difficulty takes off that logit, by beginnings of item codes. */
  difficulty: leaf(byKey(logit)),
  /** On the same logit: answered late, done with other units, answered without work. */
  late: leaf(logit),
  helped: leaf(logit),
  unworked: leaf(logit),
  /** And for each time the matter came back: whoever did not solve it tries otherwise. */
  reopened: leaf(logit),
  satisfiedIfResolved: leaf(share),
  satisfiedIfUnresolved: leaf(share),
  /** How much of a unit's effort shows to citizens whose matter it could not resolve (on the logit). */
  effortSatisfies: leaf(z.number().min(0).max(5)),
  /** A citizen whose matter ended unresolved brings it again, after so many hours. */
  againShare: leaf(share),
  againHours: leaf(lengthLaw),
});

/** Figures published elsewhere that a run is shown beside; never used by it. */
const published = z.strictObject({
  date: z.string().regex(/^\d{4}(-\d{2})?$/),
  measure: z.string().min(1),
  value: z.number(),
  source: z.string().min(1),
});

/**
 * A scenario: a city and what happens in it, as data. Every leaf is `{ value, basis }` or `{ value, assumption }`; a
 * scenario may extend another and say only what differs.
 */
export const scenarioSchema = z.strictObject({
  schema: z.literal('citywhistle/scenario@1'),
  id: key,
  title: text,
  summary: text,
  /** Folder of `functions/cities`, and the pack it runs under unless another is asked for. */
  city: key,
  pack: key,
  /** Which days are worked: China's own list (2010 to 2026), or Mondays to Fridays. */
  calendar: z.enum(['cn-workdays', 'mondays-to-fridays']),
  startDate: z.iso.date(),
  days: z.int().min(1).max(4_000),
  warmUpDays: z.int().min(0).max(1_000),
  load: loadSchema,
  units: unitsSchema,
  citizens: citizensSchema,
  /** Causes of requests and acting early (未诉先办); absent: there is nothing of the kind. */
  early: earlySchema.optional(),
  /** Agents who answer calls; absent: every call is answered at once. */
  seats: seatsSchema.optional(),
  published: z.array(published),
});

export type Scenario = z.infer<typeof scenarioSchema>;

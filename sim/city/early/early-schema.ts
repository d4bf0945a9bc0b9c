import * as z from 'zod';
import { leaf, lengthLaw, positive, share } from '../scenario-leaf.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const codes = z.array(z.string().min(1)).min(1);
const staffHours = z.number().min(0).max(100_000);

/** What makes many people ask about one thing at one place (同因): such causes come about by chance and fade. */
const causeKind = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: text,
  /** New causes a day in all the places together. */
  perDay: leaf(z.number().min(0).max(10_000)),
  /** Dispatched requests that one brings while nobody acts. */
  requests: leaf(z.strictObject({ mean: positive.max(100_000), variation: z.number().positive().max(20) })),
  /** What it brings falls by half in so many days. */
  halfLifeDays: leaf(positive.max(60)),
  /** Beginnings of item codes. */
  items: codes,
  /** Codes of units within which it comes about; absent: wherever there is load. */
  places: codes.optional(),
  /** Chronic (顽疾): it comes back at so many spots, an item at a place each. Absent: anywhere, each time anew. */
  spots: leaf(z.int().min(1).max(100_000)).optional(),
});

/** How a unit takes up a warning (预警): it looks, and where there is something it may act. */
const response = z.strictObject({
  /** Hours from the warning to the look, and staff hours that the look takes; a false alarm costs them too. */
  checkAfterHours: leaf(lengthLaw),
  checkHours: leaf(staffHours),
  /** True warnings on which the unit acts. */
  actedShare: leaf(share),
  /** Staff hours of acting, from the look on, and hours from the look until it shows. */
  actHours: leaf(staffHours),
  actAfterHours: leaf(lengthLaw),
  /** Actions that help, and the share of what the cause would still bring that is gone then. */
  worksShare: leaf(share),
  removedShare: leaf(share),
});

/** Tickets of one cause handled as one matter (同因并案). */
const matter = z.strictObject({
  /** Staff hours of the one plan, and the share of its own work that a ticket still takes. */
  planHours: leaf(staffHours),
  memberShare: leaf(z.number().gt(0).max(1)),
  /** Tickets of the cause that are recognised as such. */
  recognisedShare: leaf(share),
});

/** A topic of the month (每月一题): a department and its helpers work on an item for some months. */
const topic = z.strictObject({
  perMonth: leaf(z.int().min(0).max(100)),
  months: leaf(z.int().min(1).max(60)),
  /** Staff hours a month of the lead department and of each helper, while it works on the topic. */
  leadHours: leaf(staffHours),
  helperHours: leaf(staffHours),
  /** Reached in equal steps over those months and kept: chronic causes of the item that no longer come about. */
  sparedShare: leaf(share),
  /** And what is gone of the item's difficulty, on the logit of being resolved: chronic or not. */
  easierBy: leaf(z.number().min(0).max(10)),
});

/** Patrols (巡查) of each place look for causes that can be seen. */
const patrol = z.strictObject({
  /** Beginnings of item codes whose causes can be seen. */
  items: codes,
  /** Staff hours a day of each place. */
  hoursPerDay: leaf(staffHours),
  /** Causes under way that one day's patrol finds. */
  foundShare: leaf(share),
});

/**
 * What causes requests beyond chance, and what acting early (未诉先办) does about it. Each way of acting has a switch; what it
 * achieves was published by nobody and is assumed here, to be swept.
 */
export const earlySchema = z.strictObject({
  /** Warnings from the detection of surges, and units that act on them. */
  hotspots: leaf(z.boolean()),
  /** Detected causes become matters. */
  matters: leaf(z.boolean()),
  topics: leaf(z.boolean()),
  patrols: leaf(z.boolean()),
  causes: z
    .array(causeKind)
    .max(100)
    .refine((kinds) => new Set(kinds.map(({ id }) => id)).size === kinds.length, 'two causes have one id'),
  response,
  matter,
  topic,
  patrol,
});

export type CauseKind = z.infer<typeof causeKind>;

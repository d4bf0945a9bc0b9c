import * as z from 'zod';
import { helpSchema } from './help/help-schema.ts';
import { byKey, leaf, lengthLaw, positive, share } from './scenario-leaf.ts';
import { skillsSchema } from './skills/skills-schema.ts';

const hour = z.number().min(0).max(24);

/** Part of the day with a share of the posts on duty, on working days and on days off. */
const shift = z.strictObject({ from: hour, to: hour, workdays: share, daysOff: share });

/** Ways to look good without serving citizens. Each is a strategy a scenario can give to units. */
export const gamingStrategies = [
  /** Dispute every dispatch as often as the pack allows. */
  'disputeAll',
  /** Sign at once, then wait until the city presses. */
  'signAndWait',
  /** Answer at once without having solved anything. */
  'closeUnsolved',
  /** Work on matters with short limits; the others wait until the city presses. */
  'shortTiersOnly',
  /** Work badly at first, to rise later from a low base. */
  'holdBack',
] as const;

const gaming = z.strictObject({
  /** Codes of units, or kinds of units as `kind:subdistrict`. */
  units: z.array(z.string().min(1)).min(1),
  /** Share of those units that play, by a stream of their own. */
  share: leaf(share),
  strategy: z.enum(gamingStrategies),
});

export type GamingStrategy = (typeof gamingStrategies)[number];

/** How units work. Lengths are hours unless their name says otherwise. */
export const unitsSchema = z.strictObject({
  /** Share of the hours on duty that the load would fill: posts follow from it. */
  utilisation: leaf(z.number().gt(0).max(5)),
  /** Whose dispatch the posts were planned for: the run's own pack, or one way of dispatching whatever the pack says. */
  staffedFor: leaf(z.enum(['pack', 'subdistrict', 'catalogue'])),
  shifts: leaf(z.array(shift).min(1).max(12)),
  queue: leaf(z.enum(['fifo', 'tier', 'due'])),
  /** Matters with a limit of so many hours or less wait for nobody: somebody on call takes them up. */
  onCallHours: leaf(z.number().min(0).max(1_000)),
  work: z.strictObject({
    law: leaf(z.enum(['logNormal', 'exponential'])),
    /** Staff hours that a matter takes, by tier key, and what multiplies them, by beginnings of item codes. */
    hours: leaf(byKey(positive)),
    itemFactor: leaf(byKey(positive)),
    variation: leaf(z.number().positive().max(20)),
    /** A matter worked on again (重办) takes this share. */
    againShare: leaf(z.number().positive().max(10)),
  }),
  /** Hours from the end of the work to the answer in which others act: repair, delivery, approval. By tier key. */
  outside: z.strictObject({
    hours: leaf(byKey(z.number().min(0))),
    variation: leaf(z.number().positive().max(20)),
  }),
  /** Matters with a limit under a day are signed and contacted sooner, in proportion to the limit. */
  signHours: leaf(lengthLaw),
  contactHours: leaf(lengthLaw),
  disputes: z.strictObject({
    /** Dispatches that an honest unit disputes, and those in which the arbiter names another lead. */
    share: leaf(share),
    movedShare: leaf(share),
    arbitrationHours: leaf(lengthLaw),
  }),
  whistles: z.strictObject({
    /** Tickets led by a subdistrict for which it calls departments, by beginnings of item codes. */
    share: leaf(byKey(share)),
    /** Time to arrive as a share of the kind's limit. */
    arrival: leaf(lengthLaw),
    /** Summonses that nobody answers; the supervisor closes them. */
    missedShare: leaf(share),
    declinedShare: leaf(share),
    /** Hours on the spot. */
    taskHours: leaf(lengthLaw),
  }),
  extensions: z.strictObject({
    /** Tickets for which the lead asks for more time when four fifths of it are gone, and those granted. */
    askedShare: leaf(share),
    grantedShare: leaf(share),
  }),
  effort: z.strictObject({
    /** Effort when the run begins, on the logit of being resolved; 0 is the effort `citizens.resolved` speaks of. */
    start: leaf(z.number().min(-10).max(10)),
    /** Spread of effort between units (standard deviation on the logit of being resolved). */
    spread: leaf(z.number().min(0).max(5)),
    /** Rise a month of every unit, on the same scale. */
    learningPerMonth: leaf(z.number().min(-1).max(1)),
    /** Share of a group's ranked units on the shame list and on the honour list. */
    listShare: leaf(z.number().min(0).max(0.5)),
    shame: leaf(z.number().min(-5).max(5)),
    honour: leaf(z.number().min(-5).max(5)),
    /** Share of what the lists moved that is left after a month. */
    keptShare: leaf(share),
  }),
  /** Who can work on what; absent: everybody on everything. */
  skills: skillsSchema.optional(),
  /** Helpers work at desks of their own; absent: their part takes nobody's time. */
  help: helpSchema.optional(),
  gaming: z.array(gaming),
  /** What units that hold back do: for so many months their effort is so much lower. */
  holdBack: z.strictObject({ months: leaf(z.int().min(1).max(24)), depth: leaf(z.number().min(0).max(10)) }),
});

export type Units = z.infer<typeof unitsSchema>;

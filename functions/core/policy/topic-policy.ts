import * as z from 'zod';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { duration } from './duration.ts';
import { key } from './titled.ts';

const weight = sourced(z.number().min(0).max(10));

/** Whom a rung presses: the unit that owes the milestone, the topic's lead, the owner's district, the city. */
export const milestoneTargets = ['owner', 'lead', 'district', 'city'] as const;

/** A rung of a milestone's ladder: this long before its date, or this long after it (`PT0S`: at the date itself). */
const rung = z.union([
  z.strictObject({ key, before: duration, to: z.enum(milestoneTargets) }),
  z.strictObject({ key, after: duration, to: z.enum(milestoneTargets) }),
]);

/** The topic of the month (每月一题): how it is chosen, supervised, evaluated and tracked. */
export const topicPolicy = z.strictObject({
  candidates: z.strictObject({
    /** Ended months before the topic's own whose cases count. */
    windowMonths: sourced(z.int().min(1).max(24)),
    /** The fewest cases of the window that make a candidate. */
    casesMin: sourced(z.int().min(1)),
    /** The fewest citizens of the window who said whether it was resolved, and the same for satisfied. */
    answeredMin: sourced(z.int().min(1)),
    /** Exponents of the product cases x unresolved share x dissatisfied share; 0 leaves a factor out. */
    weights: z.strictObject({ frequency: weight, unresolved: weight, dissatisfied: weight }),
    /** The longest list. */
    listMax: sourced(z.int().min(1).max(500)),
  }),
  /** Kinds of units that may lead a topic (牵头部门). */
  leads: sourced(z.array(z.enum(unitKinds)).min(1)),
  milestones: z.strictObject({
    rungs: sourced(
      z
        .array(rung)
        .min(1)
        .max(12)
        .refine((rungs) => rungs.some((one) => 'after' in one && one.after === 0), {
          message: 'no rung stands at the date itself (after PT0S)',
        })
        .refine((rungs) => new Set(rungs.map((one) => one.key)).size === rungs.length, {
          message: 'two rungs have the same key',
        }),
    ),
    extensionsMax: sourced(z.int().min(0).max(20)),
    /** The longest extension, counted from the date it replaces. */
    extensionMax: sourced(duration),
  }),
  /** Whether an evaluation needs the satisfaction a third party found (第三方满意度). */
  thirdParty: sourced(z.enum(['required', 'optional'])),
  /** Whether a topic is closed only when all its milestones are done. */
  closeNeedsMilestones: sourced(z.boolean()),
  tracking: z.strictObject({
    /** Months after the closing in which the topic is measured against its baseline (跟踪监测). */
    months: sourced(z.int().min(0).max(60)),
    /** A measurement takes so many months together. */
    everyMonths: sourced(z.int().min(1).max(12)),
    /** How long after the last month's end it is measured: the last cases of a month come late. */
    settle: sourced(duration),
    /** The share of the baseline's weight from which on it counts as come back (反弹). */
    reboundAt: sourced(z.number().gt(0).max(10)),
  }),
});

export type TopicPolicy = z.infer<typeof topicPolicy>;

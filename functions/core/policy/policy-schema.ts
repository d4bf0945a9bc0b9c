import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { callbackPolicy, reopenPolicy } from './callback-policy.ts';
import { dispatchPolicy, disputePolicy, intakePolicy } from './dispatch-policy.ts';
import { duration } from './duration.ts';
import { dutyPolicy } from './duty-policy.ts';
import { earlyPolicy } from './early-policy.ts';
import { escalationPolicy } from './escalation-policy.ts';
import { powerPolicy } from './power-policy.ts';
import { rolloutPolicy } from './rollout-policy.ts';
import { scorePolicy } from './score-policy.ts';
import { sharingPolicy } from './sharing-policy.ts';
import { key, title } from './titled.ts';
import { whistleKinds } from './whistle-policy.ts';

/** How long a class of matter may take (四级处置); `none`: no deadline at all. Days are days of `calendar`. */
const tier = z.strictObject({
  limit: sourced(z.union([z.literal('none'), duration])),
  calendar: key,
});

const handlingPolicy = z.strictObject({
  /** The event that starts the handling clock. */
  startsAt: sourced(z.enum(['request', 'dispatch', 'sign'])),
  /** `automatic`: a dispatched ticket counts as signed; `explicit`: the unit signs it (签收). */
  signing: sourced(z.enum(['explicit', 'automatic'])),
  signLimit: sourced(z.union([z.literal('none'), duration])),
  /** First word to the citizen (联系), counted from dispatch. */
  contactLimit: sourced(z.union([z.literal('none'), duration])),
  /** A helper's clock (协办) as a share of the lead's limit. */
  helperShare: sourced(z.number().gt(0).max(1)),
  extension: z.strictObject({
    timesMax: sourced(z.int().min(0).max(10)),
    /** The longest extension (延期) as a share of the tier's limit. */
    shareMax: sourced(z.number().gt(0).max(10)),
  }),
  /** A suspended ticket (挂账) is looked at again after this long. */
  suspendedReview: sourced(duration),
});

/**
 * A policy pack: the rules of a city as data, valid from a day. Every leaf is `{ value, basis }`,
 * `{ value, assumption }` or `{ value: null, unknown }`; see `sourced`.
 */
export const policy = z.strictObject({
  schema: z.literal('citywhistle/policy@1'),
  id: key,
  title,
  validFrom: z.iso.date(),
  basis: z.array(z.string().min(1)).min(1),
  tiers: z.record(key, tier),
  intake: intakePolicy,
  dispatch: dispatchPolicy,
  dispute: disputePolicy,
  handling: handlingPolicy,
  escalation: escalationPolicy,
  callback: callbackPolicy,
  reopen: reopenPolicy,
  whistleKinds,
  score: scorePolicy,
  rollout: rolloutPolicy.optional(),
  duties: dutyPolicy.optional(),
  powers: powerPolicy.optional(),
  sharing: sharingPolicy.optional(),
  early: earlyPolicy.optional(),
});

export type Policy = z.infer<typeof policy>;

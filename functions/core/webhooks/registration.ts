import * as z from 'zod';
import { unitCode } from '../directory/unit-code.ts';
import type { DurationMs, EpochMs } from '../time.ts';
import { webhookSecret } from './webhook-secret.ts';

/** Events one can register for; a test delivery reaches every registration. */
export const subscribable = [
  'cn.citywhistle.ticket.status.v1',
  'cn.citywhistle.unit.notice.v1',
  'cn.citywhistle.callback.due.v1',
  'cn.citywhistle.undertaking.status.v1',
  'cn.citywhistle.undertaking.notice.v1',
] as const;

const instant = z.int().nonnegative();

const expiring = z.strictObject({ secret: webhookSecret, expiresAt: instant });

/** Most secrets that go on signing beside the present and the previous one: headers have their limits. */
const olderMax = 4;

/** Who gets which events where (回调登记). The secrets sign; they are never logged and shown once. */
export const registrationSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/),
  url: z.url({ protocol: /^https?$/ }).max(2_048),
  /** The hotline platform, or the unit that gets its own notices. */
  owner: z.union([z.literal('hotline'), unitCode]),
  /** CloudEvents types. */
  kinds: z
    .array(z.enum(subscribable))
    .min(1)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'a kind is listed twice'),
  secret: webhookSecret,
  /** The secret before the last rotation, which goes on signing until it expires. */
  previousSecret: expiring.optional(),
  /** Those before it that have not expired, the newest first: a rotation whose answer was lost is asked for again. */
  olderSecrets: z.array(expiring).max(olderMax).exactOptional(),
  /** Set when the receiver answered 410 or its owner switched it off: nothing is sent any more. */
  disabledAt: instant.optional(),
});

export type Registration = z.infer<typeof registrationSchema>;

/**
 * The registration with a new secret; the old one signs as well for `overlapMs`, so that the receiver can change over
 * without refusing an event, and so do older ones until they expire: whoever rotates again, because the answer was lost,
 * must not push out the secret the receiver still uses. The same secret again changes nothing.
 */
export function rotate(
  registration: Registration,
  newSecret: string,
  now: EpochMs,
  overlapMs: DurationMs,
): Registration {
  if (newSecret === registration.secret) return registration;
  const { previousSecret, olderSecrets = [], ...rest } = registration;
  const older = [...(previousSecret === undefined ? [] : [previousSecret]), ...olderSecrets]
    .filter(({ expiresAt }) => now < expiresAt)
    .slice(0, olderMax);
  return {
    ...rest,
    secret: newSecret,
    previousSecret: { secret: registration.secret, expiresAt: now + overlapMs },
    ...(older.length === 0 ? {} : { olderSecrets: older }),
  };
}

/** The secrets that sign at `now`, the newest first. A former one no longer does at the instant it expires. */
export function activeSecrets(
  { secret, previousSecret, olderSecrets = [] }: Registration,
  now: EpochMs,
): readonly string[] {
  const former = [...(previousSecret === undefined ? [] : [previousSecret]), ...olderSecrets];
  return [secret, ...former.filter(({ expiresAt }) => now < expiresAt).map((one) => one.secret)];
}

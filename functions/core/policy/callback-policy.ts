import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration } from './duration.ts';

/** Asking the citizen (回访). Only the hotline does it. */
export const callbackPolicy = z.strictObject({
  trigger: sourced(z.enum(['atAnswer', 'atDeadline'])),
  /** Waiting time between the trigger and the call. */
  delay: sourced(duration),
  attemptsMax: sourced(z.int().min(1).max(10)),
  retryAfter: sourced(duration),
  /** With no result this long after the call was asked for, the ticket closes as not called. */
  window: sourced(duration),
  /** Whether each grade (满意 / 基本满意 / 不满意) counts as satisfied. */
  grades: sourced(z.record(z.string().min(1), z.boolean())),
});

/** Not resolved: the lead works on it again (重办). */
export const reopenPolicy = z.strictObject({
  timesMax: sourced(z.int().min(0).max(10)),
  /** The new limit as a share of the tier's. */
  limitShare: sourced(z.number().gt(0).max(1)),
});

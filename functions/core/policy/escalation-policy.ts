import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration, lasting } from './duration.ts';

/** Whom a rung presses. */
const rungTargets = ['lead', 'district', 'city'] as const;

const rungKey = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);

/** A rung of the ladder (提级): at a share of the limit (1 is the deadline), or this long after the deadline. */
const rung = z.union([
  z.strictObject({ key: rungKey, share: z.number().gt(0).max(1), to: z.enum(rungTargets) }),
  z.strictObject({ key: rungKey, after: duration, to: z.enum(rungTargets) }),
]);

/** What happens to a ticket that is not done. */
export const escalationPolicy = z.strictObject({
  rungs: sourced(z.array(rung).max(12)),
  /** A ticket reopened, or moved between leads, this often is put under supervision (督办). */
  superviseAfterReopens: sourced(z.int().min(1)),
  superviseAfterTransfers: sourced(z.int().min(1)),
  /** Whether the subdistrict of the place may supervise and urge the departments and bodies that lead there (督办权). */
  streetSupervises: sourced(z.boolean()),
  /** An open ticket is looked at again after this long, then after twice as long, and so on. */
  reviewEvery: sourced(lasting),
});

import * as z from 'zod';
import { sourced } from '../provenance.ts';
import { duration, lasting } from './duration.ts';

/** Many tickets with one cause as one matter (同因并案): one lead, one plan, and every citizen answered on his own. */
export const matterPolicy = z.strictObject({
  /** Tickets of one matter at most. */
  membersMax: sourced(z.int().min(2).max(10_000)),
  /** Tickets that one piece of work joins, tells or answers; the next piece follows at once. */
  pieceMembers: sourced(z.int().min(1).max(100)),
  /** The lead lays its plan (处置方案) down within this time of the opening or of being named. */
  planWithin: sourced(duration),
  /** Citizens hear of progress (进展告知) at least this often until they are answered. */
  progressEvery: sourced(lasting),
  /** How a matter's tickets count in rates and on boards: each as the case it was before. */
  countsAs: sourced(z.literal('eachTicket')),
});

export type MatterPolicy = z.infer<typeof matterPolicy>;

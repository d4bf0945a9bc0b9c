import * as z from 'zod';
import { leaf, lengthLaw, positive, share } from '../scenario-leaf.ts';

/** Agents by the hour of a day, from 0 h. */
const byHour = z.array(z.int().min(0).max(100_000)).length(24);

/**
 * The hotline's desk (话务坐席): calls wait for an agent before anything is taken in. Lengths are seconds unless their name
 * says otherwise. What comes over the network needs no agent.
 */
export const seatsSchema = z.strictObject({
  agents: leaf(z.strictObject({ workdays: byHour, daysOff: byHour })),
  law: leaf(z.enum(['logNormal', 'exponential'])),
  /** A call that is settled at once, and one from which a ticket is made; with the work after it. */
  consultTalk: leaf(lengthLaw),
  ticketTalk: leaf(lengthLaw),
  /** Mean time after which a waiting caller hangs up, exponential; absent: nobody does. */
  patienceSeconds: leaf(positive).optional(),
  redial: z.strictObject({
    /** Callers who hung up and try again, after so many minutes on average, so often at most. The others are lost. */
    share: leaf(share),
    afterMinutes: leaf(positive),
    timesMax: leaf(z.int().min(0).max(20)),
  }),
  /** The service level is the share of calls answered within so long. */
  levelSeconds: leaf(z.number().min(0).max(3_600)),
});

export type SeatPlan = z.infer<typeof seatsSchema>;

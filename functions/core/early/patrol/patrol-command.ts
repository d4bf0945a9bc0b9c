import * as z from 'zod';
import { chief, stopsMax } from './patrol-state.ts';

const rhythm = z.string().min(1).max(40);

/** What can be asked of a month of a patrol route. */
export const patrolCommand = z.discriminatedUnion('type', [
  /** The round of this rhythm that is open now was made: the numbers of the stops visited, from 0. */
  z.strictObject({
    type: z.literal('recordRound'),
    rhythm,
    stops: z
      .array(
        z
          .int()
          .min(0)
          .max(stopsMax - 1),
      )
      .max(stopsMax),
  }),
  /** A finding of that round became a ticket. */
  z.strictObject({ type: z.literal('linkFinding'), rhythm, ticketId: z.string() }),
  /** Somebody else is the chief from now on. */
  z.strictObject({ type: z.literal('nameChief'), chief }),
  /** The route is given up: what is still due is called off. */
  z.strictObject({ type: z.literal('retire') }),
  /** The month after this one is there. */
  z.strictObject({ type: z.literal('openedNext') }),
]);

export type PatrolCommand = z.infer<typeof patrolCommand>;

/** What can happen to a month of a patrol route. */
export const patrolEvents = [
  'patrolOpened',
  'roundDone',
  'roundMissed',
  'findingLinked',
  'chiefNamed',
  'patrolRetired',
  'nextMonthOpened',
] as const;

export type PatrolEvent = (typeof patrolEvents)[number];

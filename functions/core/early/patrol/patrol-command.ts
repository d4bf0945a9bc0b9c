import * as z from 'zod';
import { chief, stopsMax } from './patrol-state.ts';
import { periodKeyPattern, periodStart } from './period-key.ts';

/** Names a round of a route: its rhythm, and the day, week or month it is of. Named, so that a retry is never another round. */
export const roundName = {
  rhythm: z.string().min(1).max(40),
  period: z
    .string()
    .regex(periodKeyPattern, 'a day (2026-11-22), a week (2026-W47) or a month (2026-11)')
    .refine((key) => periodStart(key) !== undefined, 'there is no such day or week'),
};

/** What can be asked of a month of a patrol route. */
export const patrolCommand = z.discriminatedUnion('type', [
  /** A round was made: the numbers of the stops visited, from 0. */
  z.strictObject({
    type: z.literal('recordRound'),
    ...roundName,
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
  z.strictObject({ type: z.literal('linkFinding'), ...roundName, ticketId: z.string() }),
  /** That finding became none: another one, of another round, was taken under its key. */
  z.strictObject({ type: z.literal('unlinkFinding'), ...roundName, ticketId: z.string() }),
  /** Somebody else is the chief from now on. */
  z.strictObject({ type: z.literal('nameChief'), chief }),
  /** The route is given up: what is still due is called off. `elder`: in a later month, so that this one only owes rounds. */
  z.strictObject({ type: z.literal('retire'), elder: z.literal(true).exactOptional() }),
  /** From now on the route is asked of in the next month, which is about to be opened. */
  z.strictObject({ type: z.literal('handOver') }),
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
  'findingUnlinked',
  'chiefNamed',
  'patrolRetired',
  'nextMonthOpened',
] as const;

export type PatrolEvent = (typeof patrolEvents)[number];

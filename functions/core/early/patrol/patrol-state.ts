import * as z from 'zod';
import { unitCode } from '../../directory/unit-code.ts';

const at = z.int();

/** Most stops of a route, and most findings a round may bring in: what keeps a month's item small. */
export const stopsMax = 40;
export const findingsMax = 20;

/** `void`: the route was given up before the round was due. */
export const roundStatuses = ['due', 'done', 'missed', 'void'] as const;

const round = z.object({
  rhythm: z.string(),
  /** The key of its day, week or month: `2018-08-02`, `2018-W31`, `2018-08`. */
  period: z.string(),
  opensAt: at,
  dueBy: at,
  status: z.enum(roundStatuses),
  /** When it was made, missed (its own limit) or called off. */
  endedAt: at.exactOptional(),
  /** Numbers of the route's stops, from 0, that were visited. */
  stops: z.array(
    z
      .int()
      .min(0)
      .max(stopsMax - 1),
  ),
  /** Tickets its findings became. */
  findings: z.array(z.string()).max(findingsMax),
});

/** Whose name is on the board at the end of the street (姓名向社会公布): public by rule, and so no personal secret. */
export const chief = z.object({
  name: z.string(),
  phone: z.string().exactOptional(),
});

/** What a route is, whatever the month. */
const patrolRoute = z.object({
  /** Names the route through all its months. */
  routeId: z.string(),
  role: z.string(),
  chief,
  /** The street or lane (街巷). */
  street: z.object({ zh: z.string(), en: z.string().exactOptional() }),
  /** The unit whose people walk it, and the subdistrict and district it lies in. */
  owner: unitCode,
  subdistrict: unitCode,
  district: unitCode,
  stops: z.array(z.string()).min(1).max(stopsMax),
  /** Its first day: rounds are due from the first whole day, week and month on. */
  fromAt: at,
});

/**
 * A month of a patrol route (巡查). A route lives for years, so each month of it is an undertaking of its own, which opens
 * the next one: histories stay short, and a month's rounds are counted where they stand.
 */
export const patrolState = z.object({
  route: patrolRoute,
  /** `2018-08`, and when the next one begins. */
  month: z.string(),
  endsAt: at,
  /** Rounds whose periods begin in the month, by their limits. */
  rounds: z.array(round),
  /** When the next month is to be opened; absent once it is there, or never will be. */
  nextAt: at.exactOptional(),
  /** Since when the route is asked of in the next month: what this one says of it does not change any more. */
  handedOverAt: at.exactOptional(),
  /** When the route was given up. */
  retiredAt: at.exactOptional(),
});

/** Whether a month speaks for its route no more: the next one does, or is about to. */
export const isHandedOver = ({
  handedOverAt,
  nextAt,
  retiredAt,
}: Pick<PatrolState, 'handedOverAt' | 'nextAt' | 'retiredAt'>): boolean =>
  handedOverAt !== undefined || (nextAt === undefined && retiredAt === undefined);

export type PatrolRoute = z.infer<typeof patrolRoute>;
export type PatrolRound = z.infer<typeof round>;
export type PatrolState = z.infer<typeof patrolState>;

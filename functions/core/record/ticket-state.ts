import * as z from 'zod';
import { outcomes, requestKinds } from '../ticket/kinds.ts';
import { statusNames } from '../ticket/status.ts';
import { summonsStatusNames } from '../ticket/ticket.ts';

const at = z.number().int().optional();
const count = z.int().min(0);
const yesOrNo = z.enum(['yes', 'no']).optional();

const helper = z.object({ unit: z.string(), dueAt: at, doneAt: at, late: z.boolean() });

const points = z.number().min(0).max(100).optional();

const summons = z.object({
  whistle: z.int(),
  kind: z.string(),
  blower: z.string(),
  unit: z.string(),
  status: z.enum(summonsStatusNames as readonly [string, ...string[]]),
  calledAt: z.number().int(),
  arriveBy: at,
  arrivedAt: at,
  endedAt: at,
  dueBy: at,
  late: z.boolean(),
  /** Absent: no. */
  missed: z.literal(true).optional(),
  contested: z.literal(true).optional(),
  team: z.string().optional(),
  standsFor: z.string().optional(),
  arrivedIn: z.string().optional(),
  rating: points,
  ratingBack: points,
});

/** Something a whistle left on file: a key of its kind's outputs, and who filed it. */
const filed = z.object({ whistle: z.int(), output: z.string(), by: z.string(), at: z.number().int() });

/** A `Ticket` as plain data: codes for indexes, names for numbers, absent for never. See `freeze` and `thaw`. */
export const ticketState = z.object({
  status: z.enum(statusNames as readonly [string, ...string[]]),
  kind: z.enum(requestKinds),
  item: z.string().optional(),
  tier: z.string(),
  place: z.string().optional(),
  lead: z.string().optional(),
  supervisor: z.string().optional(),
  resumeStatus: z.enum(statusNames as readonly [string, ...string[]]),
  outcome: z.enum(outcomes),
  guessed: z.boolean(),
  backlog: z.boolean(),
  tierFixed: z.boolean(),
  responded: yesOrNo,
  resolved: yesOrNo,
  satisfied: yesOrNo,
  openedAt: z.number().int(),
  dispatchedAt: at,
  signedAt: at,
  contactedAt: at,
  answeredAt: at,
  closedAt: at,
  overdueAt: at,
  lastAt: z.number().int(),
  /** Absent: no limit. */
  limitMs: z.number().optional(),
  usedMs: z.number(),
  runningSince: at,
  dueAt: at,
  rung: count,
  dispatchBy: at,
  signBy: at,
  contactBy: at,
  rungAt: at,
  arbitrateBy: at,
  callbackAt: at,
  reviewAt: at,
  elderCheckAt: at,
  countAt: at,
  dispatchLate: z.boolean(),
  signLate: z.boolean(),
  contactLate: z.boolean(),
  arbitrationLate: z.boolean(),
  callbackAsked: z.boolean(),
  wasLate: z.boolean(),
  reviews: count,
  reopens: count,
  transfers: count,
  disputes: count,
  extensions: count,
  callbackAttempts: count,
  whistles: count,
  extensionAskedMs: z.number(),
  entries: count,
  effects: count,
  helpers: z.array(helper),
  summonses: z.array(summons),
  /** Absent: none. */
  outputs: z.array(filed).optional(),
});

export type TicketState = z.infer<typeof ticketState>;

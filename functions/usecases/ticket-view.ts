import * as z from 'zod';
import { outcomes, requestKinds } from '../core/ticket/kinds.ts';
import { statusNames } from '../core/ticket/status.ts';
import { summonsStatusNames } from '../core/ticket/ticket.ts';
import { when } from '../core/when.ts';

const yesOrNo = z.enum(['yes', 'no']);

const helperView = z.object({
  unitCode: z.string(),
  dueAt: when.optional(),
  doneAt: when.optional(),
  late: z.boolean(),
});

const summonsView = z.object({
  whistle: z.int(),
  kind: z.string(),
  blower: z.string(),
  unitCode: z.string(),
  status: z.enum(summonsStatusNames as readonly [string, ...string[]]),
  calledAt: when,
  /** Absent while the district has not passed it on, and where the kind sets no limit. */
  arriveBy: when.optional(),
  /** Until when somebody must act on it as it stands: pass it on, arrive, rule. */
  dueBy: when.optional(),
  arrivedAt: when.optional(),
  /** The area it reported its arrival from. */
  arrivedIn: z.string().optional(),
  endedAt: when.optional(),
  late: z.boolean(),
  /** The team it was called with. */
  teamCode: z.string().optional(),
  /** The unit it came in place of. */
  standsFor: z.string().optional(),
  /** Points from the blower, and for the blower. */
  rating: z.number().optional(),
  ratingBack: z.number().optional(),
});

/** What a whistle must leave on file, and how much of it is there. */
const outputView = z.object({
  whistle: z.int(),
  output: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  filed: z.int(),
  required: z.int(),
});

/** A ticket as the API shows it. Nothing personal: the request's text and contact are in the case file. */
export const ticketViewSchema = z.object({
  ticketId: z.string(),
  rev: z.int(),
  source: z.string(),
  sourceKey: z.string(),
  status: z.enum(statusNames as readonly [string, ...string[]]),
  statusType: z.enum(['open', 'closed']),
  statusLabel: z.object({ zh: z.string(), en: z.string() }),
  outcome: z.enum(outcomes),
  kind: z.enum(requestKinds),
  itemCode: z.string().optional(),
  guessed: z.boolean(),
  /** Absent while neither an item nor the platform has decided it. */
  tier: z.string().optional(),
  placeCode: z.string().optional(),
  leadUnit: z.string().optional(),
  /** The rule that named the lead. */
  leadReason: z.string().optional(),
  supervisor: z.string().optional(),
  openedAt: when,
  dispatchedAt: when.optional(),
  signedAt: when.optional(),
  contactedAt: when.optional(),
  answeredAt: when.optional(),
  closedAt: when.optional(),
  dueAt: when.optional(),
  overdue: z.boolean(),
  overdueAt: when.optional(),
  /** A deadline was missed before the ticket was reopened. */
  wasLate: z.boolean(),
  actBy: when.optional(),
  /** Who must act next: a unit's code or `hotline`. */
  owner: z.string().optional(),
  accepts: z.array(z.string()),
  responded: yesOrNo.optional(),
  resolved: yesOrNo.optional(),
  satisfied: yesOrNo.optional(),
  reopens: z.int(),
  transfers: z.int(),
  backlog: z.boolean(),
  elderId: z.string().optional(),
  /** The matter (并案) it belongs to. */
  matterId: z.string().optional(),
  helpers: z.array(helperView),
  summonses: z.array(summonsView),
  /** Present where a whistle asks for any. */
  outputs: z.array(outputView).optional(),
  policy: z.object({ id: z.string(), rulesHash: z.string() }),
  /** Present where durations are divided for a demonstration. */
  speed: z.number().optional(),
});

export type TicketView = z.infer<typeof ticketViewSchema>;

import * as z from 'zod';
import { eventNames } from '../ticket/out.ts';
import { ticketState } from './ticket-state.ts';

/** Format of a stored ticket. Code refuses a newer one, so that old code never strips new fields in mid-deploy. */
export const ticketFormat = 3;

const at = z.number().int();

/** One line of a ticket's history (办理经过): who, what, when, under which rule. Numbers are gapless from 1. */
const historyEntry = z.object({
  n: z.int().min(1),
  at,
  event: z.enum(eventNames),
  /** `clock`, `hotline` or a unit's code. */
  by: z.string(),
  /** The path of the rule in the pack or catalogue. */
  rule: z.string(),
  /** The unit concerned, where there is one. */
  unit: z.string().optional(),
  /** The key of the command that caused it; on each entry the command wrote. */
  commandId: z.string().optional(),
  /** Digest of that command and its body, on the first of its entries: the same key with another body is a conflict. */
  commandDigest: z.string().optional(),
  /** The subject of the caller's token: a staff number, never a name. */
  actor: z.string().optional(),
});

export type HistoryEntry = z.infer<typeof historyEntry>;

/** What a ticket still owes the outside. Frozen when owed: a late delivery tells what was true then. Nothing personal. */
export const owedEffect = z.object({
  id: z.string(),
  kind: z.enum(['status', 'notice', 'callback', 'view', 'ledger', 'sighting']),
  /** `hotline` or a unit's code. */
  to: z.string(),
  event: z.enum(eventNames),
  at,
  rule: z.string(),
  ticketId: z.string(),
  rev: z.int(),
  status: z.string(),
  tier: z.string(),
  item: z.string().optional(),
  lead: z.string().optional(),
  dueAt: at.optional(),
  overdue: z.boolean(),
  /** Which of the ticket's summonses it is about: a place in the list. */
  summons: z.int().optional(),
  /** Follows the request that caused it through logs and webhooks. */
  correlationId: z.string().max(128).optional(),
  /** Set when several receivers are told of one effect: the one this message is for. */
  registrationId: z.string().optional(),
});

export type OwedEffect = z.infer<typeof owedEffect>;

/** A ticket as stores keep it: plain data, codes instead of indexes, absent instead of never. */
export const ticketRecord = z.object({
  format: z.number().max(ticketFormat, `a ticket of a newer format than ${ticketFormat}`),
  id: z.string(),
  /** Changes on every write and is the condition of the next. */
  rev: z.int(),
  /** Names the policy pack, directory and catalogue it lives under, for ever. */
  rulesHash: z.string(),
  source: z.string(),
  sourceKey: z.string(),
  state: ticketState,
  history: z.array(historyEntry),
  owed: z.array(owedEffect),
  /** The elder ticket it was merged into. */
  elderId: z.string().optional(),
  /** The matter (并案) it belongs to. */
  matterId: z.string().optional(),
  /** Index keys. Absent once the ticket has ended. */
  wakeAt: at.optional(),
  owner: z.string().optional(),
  actBy: at.optional(),
});

export type TicketRecord = z.infer<typeof ticketRecord>;

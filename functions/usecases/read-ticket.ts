import * as z from 'zod';
import { instantText } from '../core/instant-text.ts';
import { thaw } from '../core/record/freeze.ts';
import type { TicketRecord } from '../core/record/ticket-record.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Rules } from '../core/rules/rules.ts';
import { Actor } from '../core/ticket/actor.ts';
import { mayRead } from '../core/ticket/authority.ts';
import { eventNames } from '../core/ticket/out.ts';
import { when } from '../core/when.ts';
import { actorOf, type Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { ReadError } from './errors.ts';
import { isFinder } from './finding-source.ts';
import { notYours } from './not-yours.ts';
import { showTicket } from './show-ticket.ts';
import { findingRound, storedSubmission } from './submission.ts';
import { ticketIdOf } from './ticket-id.ts';
import { ticketViewSchema } from './ticket-view.ts';

/** One line of the history as the API shows it. */
const historyView = z.object({
  n: z.int(),
  at: when,
  event: z.enum(eventNames),
  by: z.string(),
  rule: z.string(),
  unitCode: z.string().optional(),
  actor: z.string().optional(),
  commandId: z.string().optional(),
});

/** A ticket with its history and what the citizen said. Contact data is there for the lead and the hotline only. */
export const caseFileSchema = z.object({
  ticket: ticketViewSchema,
  history: z.array(historyView),
  request: z
    .object({
      channel: z.string(),
      title: z.string().optional(),
      description: z.string(),
      place: z.unknown().optional(),
      urgency: z.array(z.string()),
      attachments: z.array(z.unknown()),
      contact: z.unknown().optional(),
      /** Of a finding: the patrol round that brought it in. */
      round: findingRound.optional(),
    })
    .optional(),
  /** Set when the citizen's data was erased. */
  erasedAt: when.optional(),
});

export type CaseFile = z.infer<typeof caseFileSchema>;

/** The whole case (案卷), for those who lead, help, are summoned, supervise, found it themselves, or run the hotline. */
export async function readTicket(
  deps: Deps,
  ticketId: string,
  caller: Caller,
): Promise<Result<CaseFile, ReadError>> {
  const record = await deps.store.load(ticketId);
  if (record === undefined) return err({ code: 'NOT_FOUND' });
  const rules = await deps.rulesOf(record.rulesHash);
  const t = thaw(record.state, rules);
  const actor = actorOf(caller, rules);
  if (!isFinder(record, caller) && !mayRead(t, actor, rules)) return err(notYours(record, t, caller, rules));
  const stored = await deps.store.loadRequest(ticketId);
  const withContact = actor === Actor.hotline || actor === t.lead;
  return ok({
    ticket: showTicket(record, rules),
    history: historyOf(record, rules),
    ...(stored?.body === undefined ? {} : { request: requestOf(stored.body, withContact) }),
    ...(stored?.erasedAt === undefined ? {} : { erasedAt: instantText(stored.erasedAt, rules.utcOffsetMs) }),
  });
}

/** Finds a ticket by the platform's own key. */
export function findBySource(
  deps: Deps,
  { source, sourceKey }: { readonly source: string; readonly sourceKey: string },
  caller: Caller,
): Promise<Result<CaseFile, ReadError>> {
  return readTicket(deps, ticketIdOf(deps, source, sourceKey), caller);
}

function historyOf({ history }: TicketRecord, rules: Rules): CaseFile['history'] {
  // A digest of what somebody wrote is for the service alone.
  return history.map(({ at, unit, commandDigest: _, ...entry }) => ({
    ...entry,
    at: instantText(at, rules.utcOffsetMs),
    ...(unit === undefined ? {} : { unitCode: unit }),
  }));
}

function requestOf(text: string, withContact: boolean): NonNullable<CaseFile['request']> {
  const { channel, title, description, place, urgency, attachments, contact, round } = storedSubmission.parse(
    JSON.parse(text),
  );
  return {
    channel,
    description,
    urgency,
    attachments,
    ...(title === undefined ? {} : { title }),
    ...(place === undefined ? {} : { place }),
    ...(round === undefined ? {} : { round }),
    ...(withContact && contact !== undefined ? { contact } : {}),
  };
}

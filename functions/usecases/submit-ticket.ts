import type { TicketRecord } from '../core/record/ticket-record.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Opening } from '../core/ticket/open.ts';
import { type DurationMs, dayMs, type EpochMs } from '../core/time.ts';
import { type Caller, nameOf } from './caller.ts';
import { covered } from './covered.ts';
import type { Deps } from './deps.ts';
import { findRepeats, type PossibleRepeat } from './early/repeats/find-repeats.ts';
import { lookMeanwhile } from './early/repeats/look-meanwhile.ts';
import type { SubmitError } from './errors.ts';
import { keepNote } from './keep-note.ts';
import { keepRules } from './keep-rules.ts';
import { openRecord } from './open-record.ts';
import { readSubmission } from './read-submission.ts';
import { settle } from './settle.ts';
import { showTicket } from './show-ticket.ts';
import type { Submission } from './submission.ts';
import { ticketIdOf } from './ticket-id.ts';
import type { TicketView } from './ticket-view.ts';

/** Personal data of a request ages out after this long. */
const personalDataMs: DurationMs = 3 * 365 * dayMs;

/** `repeats`: open tickets it may repeat, as far as they were found meanwhile. */
export type Submitted = {
  readonly view: TicketView;
  readonly isNew: boolean;
  readonly repeats?: readonly PossibleRepeat[];
};

/**
 * Takes a request in (受理). Idempotent on (source, source key): the same body again is the same ticket, another body is
 * a conflict. The request is written first and once; a ticket that a crash left out is made by the retry.
 *
 * @param options.backlog an old case (积案): its past limits press nobody
 */
export function submitTicket(
  deps: Deps,
  body: Submission,
  caller: Caller,
  options: { readonly backlog?: boolean } = {},
): Promise<Result<Submitted, SubmitError>> {
  return covered<Submitted, SubmitError>(async () => {
    const { city, store } = deps;
    const { rules } = city;
    const receivedAt = deps.clock.now();
    const readAt = (at: EpochMs) => readSubmission(body, city, at, options.backlog ?? false);
    const read = readAt(receivedAt);
    if (!read.ok) return read;
    const { source, sourceKey } = body;
    const identity = { id: ticketIdOf(deps, source, sourceKey), source, sourceKey, rulesHash: rules.hash };
    const onTheSpot = body.answeredOnTheSpot !== undefined;
    const openAt = (opening: Opening, at: EpochMs) =>
      openRecord(identity, opening, at, rules, caller, onTheSpot);
    const about = { ticketId: identity.id, spot: body.place, opening: read.value, now: receivedAt, caller };
    const repeats = lookMeanwhile(() => findRepeats(deps, about));
    // Decided before anything is written: a request the rules cannot take leaves nothing behind.
    let record = openAt(read.value, receivedAt);
    const text = JSON.stringify(body);
    const digest = deps.digest(text);
    await keepRules(deps);
    const { stored, isNew } = await store.putRequest({
      ticketId: identity.id,
      source,
      sourceKey,
      digest,
      receivedAt,
      rulesHash: rules.hash,
      body: text,
      expiresAt: receivedAt + personalDataMs,
    });
    if (stored.digest !== digest) return err({ code: 'CONFLICT', ticketId: identity.id });
    if (!isNew) {
      const there = await store.load(identity.id);
      if (there !== undefined) return ok(await shown(deps, there));
      // As it was received first: this instance's clock, which may be behind, has no part in it.
      const first = readAt(stored.receivedAt);
      if (!first.ok) return first;
      record = openAt(first.value, stored.receivedAt);
    }
    // Before the ticket, so that a crash in between loses neither: the retry puts both again.
    if (stored.erasedAt === undefined) await keepAnswer(deps, body, record, caller);
    if ((await store.create(record)) === 'exists')
      return ok(await shown(deps, (await store.load(identity.id))!));
    const settled = await settle(deps, record, rules);
    const found = repeats();
    return ok({
      view: showTicket(settled, rules),
      isNew: true,
      ...(found === undefined ? {} : { repeats: found }),
    });
  });
}

async function shown(deps: Deps, record: TicketRecord): Promise<Submitted> {
  return { view: showTicket(record, await deps.rulesOf(record.rulesHash)), isNew: false };
}

async function keepAnswer(deps: Deps, body: Submission, record: TicketRecord, caller: Caller): Promise<void> {
  if (body.answeredOnTheSpot === undefined) return;
  await keepNote(deps, {
    ticketId: record.id,
    id: 'submit',
    at: record.state.lastAt,
    by: nameOf(caller),
    kind: 'answer',
    text: body.answeredOnTheSpot,
    attachments: [],
  });
}

import type { Result } from '../../../core/result.ts';
import type { UndertakingRefusal } from '../../../core/undertaking/undertaking.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Note } from '../../../ports/stored.ts';
import { type Caller, causeOf, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { Busy, CalendarError, Forbidden, NotFound, OtherBody } from '../../errors.ts';
import type { Cause } from '../../journal.ts';

export type UndertakingError = UndertakingRefusal | NotFound | Forbidden | Busy | OtherBody | CalendarError;

/** An undertaking as it stands after a request; `isNew`: this request did it, and not the same one before. */
export interface Undertaken {
  readonly record: UndertakingRecord;
  readonly isNew: boolean;
}

export type UndertakenResult = Promise<Result<Undertaken, UndertakingError>>;

/** Who asks, under which key, and what is said with it: kept as a note beside the undertaking, never in it. */
export interface UndertakingRequest {
  readonly caller: Caller;
  readonly commandId: string;
  readonly text?: string | undefined;
  readonly attachments?: readonly { readonly url: string }[] | undefined;
}

/** Watches and sweeps ask in the name of time; they have no key but what the undertaking is about. */
export const clockCaller: Caller = { subject: 'clock', hotline: false, unit: 'clock' };

/** The cause of the lines a request writes; `said` is all that was asked, to tell another body of the same key. */
export function requestCause(deps: Deps, request: UndertakingRequest, said: unknown): Cause {
  const digest = deps.digest(JSON.stringify([said, request.text ?? '', request.attachments ?? []]));
  return causeOf(request.caller, request.commandId, digest.slice(0, 32));
}

/** Puts what was said beside the undertaking; again after a crash that lost it. */
export async function keepSaid(
  deps: Deps,
  { caller, commandId, text, attachments = [] }: UndertakingRequest,
  record: UndertakingRecord,
  kind: Note['kind'],
): Promise<void> {
  if (text === undefined && attachments.length === 0) return;
  const entry = record.history.find((line) => line.commandId === commandId);
  await deps.store.addNote({
    ticketId: record.id,
    id: commandId,
    at: entry?.at ?? record.lastAt,
    by: nameOf(caller),
    kind,
    text: text ?? '',
    attachments: attachments.map(({ url }) => url),
  });
}

import type { AgendaRow } from '../../../core/early/agenda/agenda-row.ts';
import { type MeetingState, meetingState } from '../../../core/early/agenda/meeting.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { isOrIsOver } from '../../../core/undertaking/standing.ts';
import { type Caller, nameOf } from '../../caller.ts';
import { commandTicket } from '../../command-ticket.ts';
import type { Deps } from '../../deps.ts';
import type { CommandError, Invalid } from '../../errors.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import { readUndertaking } from '../undertakings/read-undertakings.ts';
import type { Undertaken, UndertakingError } from '../undertakings/undertaking-request.ts';

/** What the meeting decided on a row: who leads a disputed ticket, that it became a topic, or what else is to be done. */
export type RowDecision = { readonly row: number } & (
  | { readonly type: 'arbitrated'; readonly lead: string; readonly text?: string | undefined }
  | { readonly type: 'topic'; readonly topicId: string; readonly text?: string | undefined }
  | { readonly type: 'noted'; readonly text: string }
);

type DecideError = UndertakingError | CommandError;

/**
 * Records what a joint meeting decided, once a row. A dispute is arbitrated by the ordinary command, in the name of whoever
 * records it and under a key made of meeting and row: a retry arbitrates nothing twice, and the ticket's history names
 * the meeting. A topic must have been opened.
 */
export async function decideRow(
  deps: Deps,
  { meetingId, decision }: { readonly meetingId: string; readonly decision: RowDecision },
  { caller, commandId }: { readonly caller: Caller; readonly commandId: string },
): Promise<Result<Undertaken, DecideError>> {
  const found = await readUndertaking(deps, { kind: 'meeting', id: meetingId }, caller);
  if (!found.ok) return found;
  const meeting = meetingState.parse(found.value.state);
  if (!isOrIsOver({ unit: nameOf(caller) }, meeting.unit, deps.city.rules)) return err({ code: 'FORBIDDEN' });
  const row = meeting.rows.find(({ n }) => n === decision.row);
  if (row === undefined) return err(invalid('row', 'the agenda has no such row'));
  const { text, ...rest } = decision;
  const said = text === undefined ? {} : { text };
  const key = `${meetingId}.${decision.row}`;
  if (isNext(meeting, decision.row)) {
    const done = await carryOut(deps, row, decision, { caller, key });
    if (!done.ok) return done;
  }
  const link = decision.type === 'arbitrated' ? { ticketId: row.ref, commandId: key } : {};
  const command = { type: 'decide', decision: { ...rest, ...said, ...link } } as const;
  return commandUndertaking(deps, { kind: 'meeting', id: meetingId, command, caller, commandId });
}

/** A row that is decided, or a meeting that is over, carries nothing out: the meeting itself says so. */
const isNext = ({ status, decisions }: MeetingState, n: number): boolean =>
  status === 'open' && decisions.every(({ row }) => row !== n);

const invalid = (field: string, reason: string): Invalid => ({ code: 'INVALID', field, reason });

async function carryOut(
  deps: Deps,
  { kind, ref }: AgendaRow,
  decision: RowDecision,
  { caller, key }: { readonly caller: Caller; readonly key: string },
): Promise<Result<undefined, DecideError>> {
  if (decision.type === 'noted') return ok(undefined);
  if (decision.type === 'topic') {
    const topic = await readUndertaking(deps, { kind: 'topic', id: decision.topicId }, caller);
    return topic.ok ? ok(undefined) : err(invalid('topicId', 'there is no such topic'));
  }
  if (kind !== 'disputed') return err(invalid('type', 'only a dispute is arbitrated'));
  const { lead: leadUnit, text } = decision;
  const body = text === undefined ? { leadUnit } : { leadUnit, text };
  const command = { type: 'arbitrate', body } as const;
  const done = await commandTicket(deps, { ticketId: ref, command, commandId: key, caller });
  return done.ok ? ok(undefined) : done;
}

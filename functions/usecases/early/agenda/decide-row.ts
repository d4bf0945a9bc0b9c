import type { AgendaRow } from '../../../core/early/agenda/agenda-row.ts';
import {
  askedDecision,
  type MeetingCommand,
  type MeetingState,
  meetingState,
} from '../../../core/early/agenda/meeting.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { isOrIsOver } from '../../../core/undertaking/standing.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import type { CommandError, Invalid } from '../../errors.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import { readUndertaking } from '../undertakings/read-undertakings.ts';
import type { Undertaken, UndertakingError } from '../undertakings/undertaking-request.ts';
import { arbitrateRow, linkOf } from './arbitrate-row.ts';

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
 * the meeting. The row is taken first, so that no other decision stands where the ticket was given a lead. A topic must
 * have been opened.
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
  const ask = (command: MeetingCommand, id = commandId) =>
    commandUndertaking(deps, { kind: 'meeting', id: meetingId, command, caller, commandId: id });
  if (isNext(meeting, decision.row)) {
    const may = await mayDecide(deps, row, decision, caller);
    if (!may.ok) return may;
    if (decision.type === 'arbitrated') {
      const record = arbitration({ ...rest, ...said }, meetingId, row);
      const actor = caller.subject;
      const taken = await ask(
        { type: 'reserve', decision: record, commandId, actor },
        `reserve-${commandId}`,
      );
      if (!taken.ok) return taken;
      const done = await arbitrateRow(deps, { meetingId, row, decision: record, caller });
      if (!done.ok) {
        if (done.error.code !== 'BUSY') await ask({ type: 'release', commandId }, `release-${commandId}`);
        return done;
      }
    }
  }
  return decision.type === 'arbitrated'
    ? ask({ type: 'decide', decision: arbitration({ ...rest, ...said }, meetingId, row), commandId })
    : ask({ type: 'decide', decision: { ...rest, ...said } });
}

/** An arbitration as it is recorded, the same word for word whoever ends it. */
const arbitration = (said: object, meetingId: string, row: AgendaRow) =>
  askedDecision.parse({ ...said, ...linkOf(meetingId, row) });

/** A row that is decided, or a meeting that is over, carries nothing out: the meeting itself says so. */
const isNext = ({ status, decisions }: MeetingState, n: number): boolean =>
  status === 'open' && decisions.every(({ row }) => row !== n);

const invalid = (field: string, reason: string): Invalid => ({ code: 'INVALID', field, reason });

async function mayDecide(
  deps: Deps,
  { kind }: AgendaRow,
  decision: RowDecision,
  caller: Caller,
): Promise<Result<undefined, Invalid>> {
  if (decision.type === 'topic') {
    const topic = await readUndertaking(deps, { kind: 'topic', id: decision.topicId }, caller);
    return topic.ok ? ok(undefined) : err(invalid('topicId', 'there is no such topic'));
  }
  const isWrong = decision.type === 'arbitrated' && kind !== 'disputed';
  return isWrong ? err(invalid('type', 'only a dispute is arbitrated')) : ok(undefined);
}

import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import { type DurationMs, type EpochMs, minuteMs, NEVER } from '../../time.ts';
import { isOrIsOver } from '../../undertaking/standing.ts';
import type {
  UndertakingActor,
  UndertakingKind,
  UndertakingOut,
  UndertakingRefusal,
} from '../../undertaking/undertaking.ts';
import type { AgendaRow } from './agenda-row.ts';
import type { AgendaRules } from './agenda-rules.ts';
import type { Agenda } from './build-agenda.ts';
import {
  type Decision,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
  meetingCommand,
  meetingEvents,
  meetingState,
} from './meeting.ts';

/** Calls a joint meeting with its agenda: the units of its rows are told. Refused where nothing is to be decided. */
export function callMeeting(
  { title, unit, agenda }: { readonly title: string; readonly unit: string; readonly agenda: Agenda },
  { actor, now, rules, agendaRules, out }: Calling,
): Result<MeetingState, UndertakingRefusal> {
  if (!isOrIsOver(actor, unit, rules)) return err({ code: 'FORBIDDEN' });
  if (agenda.rows.length === 0) return err({ code: 'OUT_OF_TURN', reason: 'there is nothing to decide' });
  out.entry(now, 'meetingCalled', actor.unit, 'early.agenda.takes', unit);
  for (const one of new Set([unit, ...agenda.rows.map((row) => row.unit)]))
    out.notice(now, one, 'meetingCalled');
  return ok({
    title,
    unit,
    status: 'open',
    openedAt: now,
    openedBy: actor.unit,
    rows: [...agenda.rows],
    left: agenda.left,
    decideBy: now + agendaRules.decideWithinMs,
    decisions: [],
  });
}

export interface Calling {
  readonly actor: UndertakingActor;
  readonly now: EpochMs;
  readonly rules: Rules;
  readonly agendaRules: AgendaRules;
  readonly out: UndertakingOut<MeetingEvent>;
}

/** A decision that was begun and not ended, because whoever asked for it has gone, is ended after this long. */
const reservedMs: DurationMs = minuteMs;

/** Rows to decide: a row is decided once. */
const undecided = ({ rows, decisions }: MeetingState): number => rows.length - decisions.length;

const promiseOf = (state: MeetingState): EpochMs =>
  state.status === 'open' && state.remindedAt === undefined && undecided(state) > 0 ? state.decideBy : NEVER;

/** A joint meeting (联席会议) as an undertaking: its rows are decided in time, each once. */
export const meetingKind: UndertakingKind<MeetingState, MeetingCommand> = {
  kind: 'meeting',
  state: meetingState,
  command: meetingCommand,
  events: meetingEvents,
  nextPromiseAt: promiseOf,
  workAt: ({ reserved = [] }) => Math.min(NEVER, ...reserved.map(({ at }) => at + reservedMs)),
  keep(state, now, _rules, out: UndertakingOut) {
    const at = promiseOf(state);
    if (at >= now) return state;
    out.entry(at, 'meetingDecisionsDue', 'clock', 'early.agenda.decideWithin', state.unit);
    for (const unit of new Set([state.unit, state.openedBy])) out.notice(at, unit, 'meetingDecisionsDue');
    return { ...state, remindedAt: at };
  },
  decide(state, command, actor, now, rules, out) {
    if (state.status === 'closed') return err({ code: 'NOT_ACCEPTED', status: 'closed', accepted: [] });
    const isClocks = command.type === 'release' && actor.unit === 'clock';
    if (!isClocks && !isOrIsOver(actor, state.unit, rules)) return err({ code: 'FORBIDDEN' });
    switch (command.type) {
      case 'close':
        return close(state, actor, now, out);
      case 'decide':
        return decideRow(state, command, actor, now, out);
      case 'reserve':
        return reserve(state, command, actor, now);
      case 'release':
        return ok(without(state, command.commandId));
    }
  },
  keys(state) {
    const { status, unit, decideBy, remindedAt } = state;
    const open = status === 'open';
    return {
      status,
      open,
      owner: unit,
      lists: ['meeting', `meeting/${unit}`],
      overdue: open && remindedAt !== undefined,
      ...(open ? { actBy: decideBy } : {}),
    };
  },
};

/** Refuses a row that the agenda does not have, that is decided, or that another is deciding. */
function rowToDecide(
  { rows, decisions, reserved = [] }: MeetingState,
  { row: wanted }: Pick<Decision, 'row'>,
  commandId: string | undefined,
): Result<AgendaRow, UndertakingRefusal> {
  const row = rows.find(({ n }) => n === wanted);
  if (row === undefined) return err({ code: 'INVALID', field: 'row', reason: 'the agenda has no such row' });
  if (decisions.some((one) => one.row === wanted)) {
    return err({ code: 'OUT_OF_TURN', reason: 'the row is decided already' });
  }
  const other = reserved.find((one) => one.decision.row === wanted);
  if (other !== undefined && other.commandId !== commandId) {
    return err({ code: 'OUT_OF_TURN', reason: 'the row is being decided' });
  }
  return ok(row);
}

/** The meeting without what a command had begun. */
function without({ reserved = [], ...state }: MeetingState, commandId: string | undefined): MeetingState {
  const rest = reserved.filter((one) => one.commandId !== commandId);
  return rest.length === 0 ? state : { ...state, reserved: rest };
}

/** Takes a row for a decision that is carried out elsewhere first. Asked again, it is taken once. */
function reserve(
  state: MeetingState,
  { decision, commandId, actor }: MeetingCommand & { readonly type: 'reserve' },
  { unit: by }: UndertakingActor,
  now: EpochMs,
): Result<MeetingState, UndertakingRefusal> {
  const row = rowToDecide(state, decision, commandId);
  if (!row.ok) return row;
  const { reserved = [] } = state;
  if (reserved.some((one) => one.commandId === commandId)) return ok(state);
  return ok({ ...state, reserved: [...reserved, { at: now, by, actor, commandId, decision }] });
}

function decideRow(
  state: MeetingState,
  { decision, commandId }: MeetingCommand & { readonly type: 'decide' },
  { unit: by }: UndertakingActor,
  now: EpochMs,
  out: UndertakingOut,
): Result<MeetingState, UndertakingRefusal> {
  const row = rowToDecide(state, decision, commandId);
  if (!row.ok) return row;
  const { unit } = row.value;
  out.entry(now, 'meetingDecided', by, 'early.agenda', unit);
  out.notice(now, unit, 'meetingDecided');
  const decisions = [...state.decisions, { ...decision, at: now, by }];
  return ok({ ...without(state, commandId), decisions });
}

function close(
  state: MeetingState,
  { unit: by }: UndertakingActor,
  now: EpochMs,
  out: UndertakingOut,
): Result<MeetingState, UndertakingRefusal> {
  if (undecided(state) > 0) {
    return err({ code: 'OUT_OF_TURN', reason: 'a row of the agenda is not decided' });
  }
  out.entry(now, 'meetingClosed', by, 'early.agenda.decideWithin', state.unit);
  return ok({ ...state, status: 'closed', closedAt: now });
}

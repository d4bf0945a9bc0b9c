import type { AgendaRow } from '../../../../functions/core/early/agenda/agenda-row.ts';
import type {
  Decision,
  MeetingCommand,
  MeetingState,
} from '../../../../functions/core/early/agenda/meeting.ts';
import { callMeeting, meetingKind } from '../../../../functions/core/early/agenda/meeting-kind.ts';
import { beijing } from '../../../support/beijing.ts';
import { monday } from '../../../support/case.ts';
import { heard } from '../support/heard.ts';

export const { rules } = beijing('beijing-2019');
export const agendaRules = rules.early.agenda!;

export const district = '110101';
export const street = '110101017';

const row = (n: number, unit: string): AgendaRow => ({
  ...{ n, group: 'disputed', kind: 'disputed', ref: `t-${n}`, unit, district },
  ...{ since: monday - 5, limitAt: monday + 5 },
});

/** Rows of two streets and of a company. */
const threeRows = [row(1, street), row(2, 'ent-water'), row(3, street)];

export function calling(unit = 'hotline', rows: readonly AgendaRow[] = threeRows) {
  const { lines, told, out } = heard();
  const context = { actor: { unit }, now: monday, rules, agendaRules, out };
  const meeting = { title: '联席会议', unit: district, agenda: { rows, left: 4 } };
  return { lines, told, called: callMeeting(meeting, context) };
}

/** A meeting of the district, called by the hotline on Monday at nine. */
export function calledMeeting(): MeetingState {
  const { called } = calling();
  if (!called.ok) throw new Error(called.error.code);
  return called.value;
}

export function ask(state: MeetingState, command: MeetingCommand, unit = district, now = monday + 1) {
  const { lines, told, out } = heard();
  return { lines, told, decided: meetingKind.decide(state, command, { unit }, now, rules, out) };
}

/** As {@link ask}, where the answer must be yes. */
export function take(...asked: Parameters<typeof ask>): MeetingState {
  const { decided } = ask(...asked);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

type Asked = Omit<Decision, 'at' | 'by'>;

export const noted = (n: number, more: Partial<Asked> = {}): MeetingCommand & { type: 'decide' } => ({
  type: 'decide',
  decision: { row: n, type: 'noted', text: '继续办理', ...more },
});

export const reserved = (n: number, commandId: string): MeetingCommand & { type: 'reserve' } => ({
  type: 'reserve',
  decision: { row: n, type: 'arbitrated', lead: street, ticketId: `t-${n}` },
  commandId,
  actor: 'staff-7',
});

import { ok } from '../../core/result.ts';
import type { UnitNames } from '../../usecases/boards/unit-names.ts';
import type { Deps } from '../../usecases/deps.ts';
import { beginMeeting } from '../../usecases/early/agenda/begin-meeting.ts';
import { decideRow, type RowDecision } from '../../usecases/early/agenda/decide-row.ts';
import { drawAgenda } from '../../usecases/early/agenda/draw-agenda.ts';
import { commandUndertaking } from '../../usecases/early/undertakings/command-undertaking.ts';
import { listUndertakings, readUndertaking } from '../../usecases/early/undertakings/read-undertakings.ts';
import { agendaCsv } from '../agenda-table.ts';
import type { meetingContracts } from '../contracts/meeting-contracts.ts';
import { showAgendaRow, showMeeting, showMeetingRow } from '../contracts/meeting-views.ts';
import { showPage } from '../contracts/rows.ts';
import { pageOf } from '../page-of.ts';
import type { Input, Run } from '../run.ts';
import { undertaken } from './undertaken.ts';

/** Joint meetings: their agenda, and what they decide. */
export function meetingRuns(deps: Deps & { readonly names: UnitNames }): {
  readonly [Id in keyof typeof meetingContracts]: Run<Id>;
} {
  const { utcOffsetMs } = deps.city.rules;
  const show = showMeeting(utcOffsetMs);
  return {
    drawAgenda: async ({ query: { unit, format }, caller, exchange: { language } }) => {
      const drawn = await drawAgenda(deps, unit, caller);
      if (!drawn.ok) return drawn;
      const rows = drawn.value.rows.map(showAgendaRow(utcOffsetMs));
      if (format === 'json') return ok({ status: 200, body: { rows, left: drawn.value.left } });
      const headers = {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-language': language,
      };
      return ok({ status: 200, text: agendaCsv(rows, deps.names, language), headers });
    },
    callMeeting: async ({ body, caller, commandId }) =>
      undertaken(await beginMeeting(deps, body, { caller, commandId }), show, 201),
    listMeetings: async ({ query, caller }) => {
      const list = query.unit === undefined ? 'meeting' : `meeting/${query.unit}`;
      const listed = await listUndertakings(deps, { list, page: pageOf(query) }, caller);
      return ok({ status: 200, body: showPage(listed, showMeetingRow(utcOffsetMs)) });
    },
    readMeeting: async ({ path, caller }) => {
      const found = await readUndertaking(deps, { kind: 'meeting', id: path.meetingId }, caller);
      return found.ok ? ok({ status: 200, body: show(found.value) }) : found;
    },
    decideMeetingRow: async ({ path: { meetingId }, body, caller, commandId }) => {
      const decision = decisionOf(body);
      return undertaken(await decideRow(deps, { meetingId, decision }, { caller, commandId }), show);
    },
    closeMeeting: async ({ path: { meetingId: id }, caller, commandId }) => {
      const command = { type: 'close' } as const;
      return undertaken(
        await commandUndertaking(deps, { kind: 'meeting', id, command, caller, commandId }),
        show,
      );
    },
  };
}

function decisionOf(body: Input<'decideMeetingRow'>['body']): RowDecision {
  if (body.type !== 'arbitrated') return body;
  const { leadUnit, ...rest } = body;
  return { ...rest, lead: leadUnit };
}

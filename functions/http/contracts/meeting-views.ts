import type * as z from 'zod';
import type { AgendaRow } from '../../core/early/agenda/agenda-row.ts';
import { type Decision, meetingState } from '../../core/early/agenda/meeting.ts';
import { instantText } from '../../core/instant-text.ts';
import type { DurationMs } from '../../core/time.ts';
import { kindOfId } from '../../core/undertaking/undertaking-id.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import type { agendaRowView, meetingRow, meetingView } from './meeting-contracts.ts';
import { showUndertakingEntry } from './undertaking-views.ts';

/** A row of an agenda, with instants in the city's own offset. */
export const showAgendaRow =
  (utcOffsetMs: DurationMs) =>
  (row: AgendaRow): z.input<typeof agendaRowView> => {
    const { ref, unit, district, item, since, limitAt, n, group, kind, milestone, tier } = row;
    return {
      n,
      group,
      kind,
      ...(kindOfId(ref) === undefined ? { ticketId: ref } : { undertakingId: ref }),
      ...(milestone === undefined ? {} : { milestone }),
      unitCode: unit,
      districtCode: district,
      ...(item === undefined ? {} : { itemCode: item }),
      ...(tier === undefined ? {} : { tier }),
      since: instantText(since, utcOffsetMs),
      limitAt: instantText(limitAt, utcOffsetMs),
    };
  };

/** A meeting as a line of a list. */
export const showMeetingRow =
  (utcOffsetMs: DurationMs) =>
  (record: UndertakingRecord): z.input<typeof meetingRow> => {
    const { title, unit, status, openedAt, openedBy, decideBy, closedAt, rows, decisions, left } =
      meetingState.parse(record.state);
    return {
      meetingId: record.id,
      title,
      unitCode: unit,
      status,
      openedAt: instantText(openedAt, utcOffsetMs),
      openedBy,
      decideBy: instantText(decideBy, utcOffsetMs),
      ...(closedAt === undefined ? {} : { closedAt: instantText(closedAt, utcOffsetMs) }),
      rowsAll: rows.length,
      rowsDecided: new Set(decisions.map(({ row }) => row)).size,
      left,
    };
  };

/** A meeting with its agenda, decisions and history. */
export const showMeeting =
  (utcOffsetMs: DurationMs) =>
  (record: UndertakingRecord): z.input<typeof meetingView> => {
    const { rows, decisions } = meetingState.parse(record.state);
    return {
      ...showMeetingRow(utcOffsetMs)(record),
      rows: rows.map(showAgendaRow(utcOffsetMs)),
      decisions: decisions.map(showDecision(utcOffsetMs)),
      history: record.history.map(showUndertakingEntry(utcOffsetMs)),
      rev: record.rev,
    };
  };

const showDecision =
  (utcOffsetMs: DurationMs) =>
  ({ at, lead, ...rest }: Decision) => ({
    ...rest,
    at: instantText(at, utcOffsetMs),
    ...(lead === undefined ? {} : { leadUnit: lead }),
  });

import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { meetingState } from '../../core/early/agenda/meeting.ts';
import { agendaKinds } from '../../core/policy/agenda-kinds.ts';
import { idPatternOf } from '../../core/undertaking/undertaking-id.ts';
import { when } from '../../core/when.ts';
import type { Contract } from './contract.ts';
import { pageQuery } from './parameters.ts';
import { undertakingEntry } from './undertaking-views.ts';

const unit = unitCode.meta({ description: '区或市的单位代码 / a district, or the city' });
const meetingId = z
  .string()
  .regex(idPatternOf('meeting'), 'a meeting’s id is `meeting_` and 32 hexadecimal digits')
  .meta({ description: '联席会议编号 / id of a joint meeting' });
const path = z.strictObject({ meetingId });
const said = z.string().trim().min(1).max(500);

/** A matter on the agenda: a ticket, or an undertaking with its milestone. */
export const agendaRowView = z.object({
  n: z.int().min(1),
  group: z.string(),
  kind: z.enum(agendaKinds),
  ticketId: z.string().optional(),
  undertakingId: z.string().optional(),
  milestone: z.string().optional(),
  unitCode: z.string(),
  districtCode: z.string(),
  itemCode: z.string().optional(),
  tier: z.string().optional(),
  since: when,
  limitAt: when,
});

const decisionView = z.object({
  row: z.int().min(1),
  at: when,
  by: z.string(),
  type: z.enum(['arbitrated', 'topic', 'noted']),
  ticketId: z.string().optional(),
  topicId: z.string().optional(),
  leadUnit: z.string().optional(),
  commandId: z.string().optional(),
  text: z.string().optional(),
});

export const meetingRow = z.object({
  meetingId: z.string(),
  title: z.string(),
  unitCode: z.string(),
  status: meetingState.shape.status,
  openedAt: when,
  openedBy: z.string(),
  decideBy: when,
  closedAt: when.optional(),
  rowsAll: z.int(),
  rowsDecided: z.int(),
  left: z.int(),
});

export const meetingView = meetingRow.extend({
  rows: z.array(agendaRowView),
  decisions: z.array(decisionView),
  history: z.array(undertakingEntry),
  rev: z.int(),
});

/** Joint meetings (联席会议): the agenda drawn, frozen when the meeting is called, and decided row by row. */
export const meetingContracts = {
  drawAgenda: {
    query: z.strictObject({ unit, format: z.enum(['json', 'csv']).default('json') }),
    answers: { 200: z.object({ rows: z.array(agendaRowView), left: z.int().min(0) }) },
    alsoCsv: true,
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'INVALID', 'NOT_IN_REMIT'],
  },
  callMeeting: {
    body: z.strictObject({ unit, title: z.string().trim().min(1).max(100) }),
    answers: { 200: meetingView, 201: meetingView },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'INVALID', 'NOT_IN_REMIT', 'OUT_OF_TURN', 'CONFLICT'],
    idempotencyKey: true,
  },
  listMeetings: {
    query: z.strictObject({ unit: unit.optional(), ...pageQuery }),
    answers: { 200: z.object({ rows: z.array(meetingRow), cursor: z.string().optional() }) },
    refusals: ['BAD_CURSOR'],
  },
  readMeeting: { path, answers: { 200: meetingView }, refusals: ['NOT_FOUND'] },
  decideMeetingRow: {
    path,
    body: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('arbitrated'),
        row: z.int().min(1),
        leadUnit: unitCode,
        text: said.optional(),
      }),
      z.strictObject({
        type: z.literal('topic'),
        row: z.int().min(1),
        topicId: z.string().regex(idPatternOf('topic'), 'a topic’s id is `topic_` and 32 hexadecimal digits'),
        text: said.optional(),
      }),
      z.strictObject({ type: z.literal('noted'), row: z.int().min(1), text: said }),
    ]),
    answers: { 200: meetingView },
    refusals: [
      'NOT_FOUND',
      'FORBIDDEN',
      'NOT_ACCEPTED',
      'OUT_OF_TURN',
      'INVALID',
      'NOT_IN_REMIT',
      'UNKNOWN_UNIT',
      'SUMMONS_OPEN',
      'CONFLICT',
    ],
    idempotencyKey: true,
  },
  closeMeeting: {
    path,
    body: z.strictObject({}),
    answers: { 200: meetingView },
    refusals: ['NOT_FOUND', 'FORBIDDEN', 'NOT_ACCEPTED', 'OUT_OF_TURN', 'CONFLICT'],
    idempotencyKey: true,
  },
} as const satisfies Readonly<Record<string, Contract>>;

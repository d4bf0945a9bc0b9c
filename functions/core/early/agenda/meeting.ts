import * as z from 'zod';
import { agendaRow } from './agenda-row.ts';

const at = z.int();
const unit = z.string();

/** What was decided on a row, with the ordinary step it led to. */
const decision = z.object({
  row: z.int().min(1),
  at,
  by: unit,
  /** `arbitrated`: the meeting named the lead, by an ordinary arbitration; `topic`: it became a topic of the month. */
  type: z.enum(['arbitrated', 'topic', 'noted']),
  ticketId: z.string().exactOptional(),
  topicId: z.string().exactOptional(),
  lead: unit.exactOptional(),
  /** The key of the command by which the ticket was arbitrated: it stands in the ticket's history. */
  commandId: z.string().exactOptional(),
  /** What is to be done (议定事项): published, nothing personal. */
  text: z.string().exactOptional(),
});

export type Decision = z.infer<typeof decision>;

/** What a meeting is asked to record. */
export const askedDecision = decision.omit({ at: true, by: true });

/** A decision that has begun: whose it is, and under which key it was asked for. */
const reservation = z.object({
  at,
  by: unit,
  actor: z.string(),
  commandId: z.string(),
  decision: askedDecision,
});

/** A joint meeting (联席会议): its agenda, frozen when it was called, and what it decided. */
export const meetingState = z.object({
  title: z.string(),
  /** The district or the city whose meeting it is. */
  unit,
  status: z.enum(['open', 'closed']),
  openedAt: at,
  openedBy: unit,
  rows: z.array(agendaRow),
  left: z.int().min(0),
  decideBy: at,
  /** Whoever called it has been told that rows are undecided. */
  remindedAt: at.exactOptional(),
  decisions: z.array(decision),
  /** Rows that are being decided: the ticket is asked first, and nobody else decides meanwhile. */
  reserved: z.array(reservation).exactOptional(),
  closedAt: at.exactOptional(),
});

export type MeetingState = z.infer<typeof meetingState>;

/** What can be asked of a meeting. */
const meetingCommands = {
  decide: z.strictObject({
    type: z.literal('decide'),
    decision: askedDecision,
    commandId: z.string().exactOptional(),
  }),
  reserve: z.strictObject({
    type: z.literal('reserve'),
    decision: askedDecision,
    commandId: z.string(),
    actor: z.string(),
  }),
  release: z.strictObject({ type: z.literal('release'), commandId: z.string() }),
  close: z.strictObject({ type: z.literal('close') }),
} as const;

export const meetingCommand = z.discriminatedUnion('type', [
  meetingCommands.decide,
  meetingCommands.reserve,
  meetingCommands.release,
  meetingCommands.close,
]);

export type MeetingCommand = z.infer<typeof meetingCommand>;

export const meetingEvents = [
  'meetingCalled',
  'meetingDecided',
  'meetingDecisionsDue',
  'meetingClosed',
] as const;
export type MeetingEvent = (typeof meetingEvents)[number];

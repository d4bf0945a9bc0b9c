import { meetingState } from '../../../functions/core/early/agenda/meeting.ts';
import { standing } from '../../check/checker.ts';
import type { Facts } from '../../check/facts.ts';
import { undertakingsOf } from '../../check/undertakings-of.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const leads = ['daanshan', 'fangshan-urban', 'fangshan-police'] as const;

/** A joint meeting of the district or the city, called by it or by somebody else; first there has to be a dispute. */
export function newMeeting({ n, a, b, who }: Op, facts: Facts): Wanted {
  const tickets = standing(facts);
  const disputable = tickets.find(({ state }) => state.status === 'dispatched' || state.status === 'signed');
  if (disputable?.state.lead !== undefined && tickets.every(({ state }) => state.status !== 'disputed')) {
    const { id, state } = disputable;
    const caller = staffOf(state.lead!);
    return {
      operationId: 'dispute',
      caller,
      key: `dispute-${n}`,
      path: { ticketId: id },
      body: { text: privateText(n) },
    };
  }
  const unit = oneOf(['fangshan', 'beijing'], a)!;
  return {
    operationId: 'callMeeting',
    caller: staffOf(who % 6 === 0 ? 'daanshan' : unit),
    key: `meeting-${n}`,
    path: {},
    body: { unit, title: `第${b % 4}次联席会议` },
  };
}

/** What a meeting that is there decides on a row, disputes above all, or that it is over. */
export function onMeeting(op: Op, facts: Facts): Wanted | undefined {
  const { a, b, n, pick, who } = op;
  const record = oneOf(undertakingsOf(facts, 'meeting'), op.ticket);
  if (record === undefined) return undefined;
  const { unit, rows } = meetingState.parse(record.state);
  const asked = {
    caller: staffOf(who % 8 === 0 ? 'daanshan' : unit),
    key: `step-${n}`,
    path: { meetingId: record.id },
  };
  if (pick % 5 === 0) return { operationId: 'closeMeeting', ...asked, body: {} };
  const { n: row, kind } = rows[a % rows.length]!;
  const topicId = oneOf(undertakingsOf(facts, 'topic'), b)?.id;
  const isArbitrated = kind === 'disputed' ? b % 3 > 0 : b % 9 === 0;
  const body = isArbitrated
    ? { type: 'arbitrated', row, leadUnit: oneOf(leads, b), text: `议定${n}` }
    : topicId !== undefined && b % 2 === 0
      ? { type: 'topic', row, topicId }
      : { type: 'noted', row, text: `议定${n}` };
  return { operationId: 'decideMeetingRow', ...asked, body };
}

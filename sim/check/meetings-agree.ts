import { meetingState } from '../../functions/core/early/agenda/meeting.ts';
import { kindOfId } from '../../functions/core/undertaking/undertaking-id.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';
import { undertakingsOf } from './undertakings-of.ts';

/** What a joint meeting decided on a dispute was done to the ticket, and what it did to tickets stands among its decisions. */
export const meetingsAgree: Checker = {
  name: 'meetings-agree',
  promise: 'a row is decided once, and meeting and ticket agree on what was decided',
  phase: 'liveness',
  atEnd: (facts) => [...decidedAndUndone(facts), ...doneAndUndecided(facts)],
};

/** The keys of the arbitrations that meetings have decided. */
const keysOf = (facts: Facts) =>
  undertakingsOf(facts, 'meeting').flatMap(({ id, state }) =>
    meetingState
      .parse(state)
      .decisions.filter(({ type }) => type === 'arbitrated')
      .map(({ row, ticketId = '' }) => ({ key: `${id}.${row}`, ticketId })),
  );

function decidedAndUndone(facts: Facts): readonly string[] {
  const undone = keysOf(facts).filter(({ key, ticketId }) => {
    const history = facts.versions.get(ticketId)?.at(-1)?.record.history ?? [];
    return !history.some(({ commandId }) => commandId === key);
  });
  const twice = undertakingsOf(facts, 'meeting').flatMap(({ id, state }) => {
    const rows = meetingState.parse(state).decisions.map(({ row }) => row);
    return rows.length === new Set(rows).size ? [] : [`${id} has decided a row twice`];
  });
  return [
    ...twice,
    ...undone.map(({ key, ticketId }) => `${key} is decided, and ${ticketId} was not arbitrated`),
  ];
}

function doneAndUndecided(facts: Facts): readonly string[] {
  const decided = new Set(keysOf(facts).map(({ key }) => key));
  return standing(facts).flatMap(({ id, history }) =>
    history
      .map(({ commandId = '' }) => commandId)
      .filter((key) => kindOfId(key.split('.')[0]!) === 'meeting' && !decided.has(key))
      .map((key) => `${id} was arbitrated by ${key}, which the meeting has not decided so`),
  );
}

import { monthOf } from '../../../functions/core/calendar/month-of.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import { ticketIdOf } from '../../../functions/usecases/ticket-id.ts';
import { standing } from '../../check/checker.ts';
import type { Asked, Facts } from '../../check/facts.ts';
import { sha256 } from '../functions/service.ts';
import { chooseCommand } from './choose-command.ts';
import { isCommand } from './http-request.ts';
import { newMatter, onMatter } from './matter-requests.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import { source, submissionBody } from './submission-body.ts';
import type { Wanted } from './wanted.ts';

const platform: Caller = { subject: 'platform', hotline: true };
const operator: Caller = { subject: 'operator', hotline: false };
/** The unit that publishes boards: the city. */
const city = 'beijing';
const utcOffsetMs = 8 * 3_600_000;

/** What a step asks of the service as the world then is; `undefined` when there is nothing to ask. */
export function askedOf(op: Op, facts: Facts, now: EpochMs): Asked | undefined {
  const wanted = wantedOf(op, facts, now);
  if (wanted === undefined) return undefined;
  const { operationId, caller, key, path } = wanted;
  return {
    ...wanted,
    n: op.n,
    ticketId: operationId === 'submitTicket' ? ticketIdOf({ digest: sha256 }, source, key) : path.ticketId,
    commandId: commandIdOf(caller, operationId, key),
    attempts: 0,
    isAbandoned: false,
  };
}

function wantedOf(op: Op, facts: Facts, now: EpochMs): Wanted | undefined {
  switch (op.kind) {
    case 'submit':
      return submissionOf(op, now);
    case 'again':
    case 'otherBody':
      return repeated(op, facts);
    case 'publish':
      return boardOf(op, facts, now);
    case 'matter':
      return newMatter(op, facts);
    case 'ofMatter':
      return onMatter(op, facts, now);
    default:
      return onTicket(op, facts);
  }
}

function submissionOf(op: Op, now: EpochMs): Wanted {
  const key = `call-${op.n}`;
  return {
    operationId: 'submitTicket',
    caller: platform,
    key,
    path: {},
    body: submissionBody(op, key, now),
  };
}

function onTicket(op: Op, facts: Facts): Wanted | undefined {
  const tickets = standing(facts);
  const record = tickets[op.ticket % Math.max(1, tickets.length)];
  if (record === undefined) return undefined;
  const path = { ticketId: record.id };
  const key = `step-${op.n}`;
  if (op.kind === 'erase') {
    return { operationId: 'erasePersonalData', caller: operator, key, path, body: undefined };
  }
  const { rules } = facts.cities.get(record.rulesHash)!;
  const others = tickets.map(({ id }) => id).filter((id) => id !== record.id);
  const chosen = chooseCommand(op, record, rules, others);
  if (chosen === undefined) return undefined;
  const caller = chosen.by === 'hotline' ? platform : staffOf(chosen.by);
  return { operationId: chosen.type, caller, key, path, body: chosen.body };
}

/** An earlier request under its own key: word for word, or with another text. */
function repeated(op: Op, facts: Facts): Wanted | undefined {
  const before = facts.asked.filter(
    ({ operationId }) => operationId === 'submitTicket' || isCommand(operationId),
  );
  const asked = before[op.pick % Math.max(1, before.length)];
  if (asked === undefined) return undefined;
  const { operationId, caller, key, path, body } = asked;
  if (op.kind === 'again') return { operationId, caller, key, path, body };
  const field = operationId === 'submitTicket' ? 'description' : 'text';
  return { operationId, caller, key, path, body: { ...body, [field]: privateText(op.n) } };
}

function boardOf(op: Op, facts: Facts, now: EpochMs): Wanted {
  const period = monthOf(now, utcOffsetMs);
  const version = facts.boards.filter(({ board }) => board.period === period).length;
  return {
    operationId: 'publishBoard',
    caller: staffOf(city),
    key: `board-${op.n}`,
    path: { kind: 'month', period },
    body: version === 0 ? {} : { replaces: version, reason: 'lateEntries', text: privateText(op.n) },
  };
}

/** The id the service remembers a request by. */
const commandIdOf = ({ subject }: Caller, operationId: OperationId, key: string): string =>
  sha256(JSON.stringify([subject, operationId, key])).slice(0, 32);

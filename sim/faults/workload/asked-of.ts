import type { EpochMs } from '../../../functions/core/time.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import { findingSource } from '../../../functions/usecases/finding-source.ts';
import { ticketIdOf } from '../../../functions/usecases/ticket-id.ts';
import { standing } from '../../check/checker.ts';
import type { Asked, Facts } from '../../check/facts.ts';
import { isSubmission } from '../../check/is-submission.ts';
import { sha256 } from '../functions/service.ts';
import { chooseCommand } from './choose-command.ts';
import { newImport } from './import-requests.ts';
import { newMatter, onMatter } from './matter-requests.ts';
import { newMeeting, onMeeting } from './meeting-requests.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { newFinding, newRoute, onRoute } from './patrol-requests.ts';
import { newPowerUse } from './power-requests.ts';
import { privateText } from './private-words.ts';
import { newBoard, newPoints, newRating, newRuling, onBoard } from './score-requests.ts';
import { newProject, newShare, onProject } from './sharing-requests.ts';
import { operator, platform, staffOf } from './staff-of.ts';
import { source, submissionBody } from './submission-body.ts';
import { newTopic, onTopic } from './topic-requests.ts';
import type { Wanted } from './wanted.ts';
import { onWarning } from './warning-requests.ts';
import { newWebhook, onWebhook } from './webhook-requests.ts';

/** What a step asks of the service as the world then is; `undefined` when there is nothing to ask. */
export function askedOf(op: Op, facts: Facts, now: EpochMs): Asked | undefined {
  const wanted = wantedOf(op, facts, now);
  if (wanted === undefined) return undefined;
  const { operationId, caller, key, path } = wanted;
  return {
    ...wanted,
    n: op.n,
    ticketId: ticketOf(wanted) ?? path.ticketId,
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
    case 'matter':
      return newMatter(op, facts);
    case 'ofMatter':
      return onMatter(op, facts, now) ?? newMatter(op, facts);
    case 'topic':
      return newTopic(op, now);
    case 'ofTopic':
      return onTopic(op, facts, now) ?? newTopic(op, now);
    case 'route':
      return newRoute(op, now);
    case 'ofRoute':
      return onRoute(op, facts) ?? newRoute(op, now);
    case 'finding':
      return newFinding(op, facts);
    case 'meeting':
      return newMeeting(op, facts);
    case 'ofMeeting':
      return onMeeting(op, facts) ?? newMeeting(op, facts);
    case 'ofWarning':
      return onWarning(op, facts);
    case 'share':
      return newShare(op, facts);
    case 'project':
      return newProject(op, facts);
    case 'ofProject':
      return onProject(op, facts) ?? newProject(op, facts);
    case 'webhook':
      return newWebhook(op);
    case 'ofWebhook':
      return onWebhook(op, facts);
    case 'publish':
      return newBoard(op, facts, now);
    case 'board':
      return onBoard(op, now);
    case 'ruling':
      return newRuling(op, facts);
    case 'points':
      return newPoints(op, now);
    case 'rating':
      return newRating(op, now);
    case 'power':
      return newPowerUse(op);
    case 'backlog':
      return newImport(op, now);
    case 'publication':
      return undefined;
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
  const asked = oneOf(
    facts.asked.filter(({ operationId }) => !operationId.endsWith('Webhook')),
    op.pick,
  );
  if (asked === undefined) return undefined;
  const { operationId, caller, key, path, body } = asked;
  if (op.kind === 'again') return { operationId, caller, key, path, body };
  const field = words.find((name) => body?.[name] !== undefined) ?? 'text';
  return { operationId, caller, key, path, body: { ...body, [field]: privateText(op.n) } };
}

/** Fields of bodies that hold words, whatever is asked. */
const words = ['description', 'text', 'reason', 'title', 'name'] as const;

/** The ticket that a submission becomes. */
function ticketOf({ operationId, caller, key }: Wanted): string | undefined {
  if (!isSubmission(operationId)) return undefined;
  const from = operationId === 'submitTicket' ? source : findingSource(caller.unit ?? '');
  return ticketIdOf({ digest: sha256 }, from, key);
}

/** The id the service remembers a request by. */
const commandIdOf = ({ subject }: Caller, operationId: OperationId, key: string): string =>
  sha256(JSON.stringify([subject, operationId, key])).slice(0, 32);

import { createHash } from 'node:crypto';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { effectMessage } from '../../../functions/core/undertaking/effect-message.ts';
import { commandScopes } from '../../../functions/http/command-routes.ts';
import { type OperationId, routes } from '../../../functions/http/routes.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import { ticketIdOf } from '../../../functions/usecases/ticket-id.ts';
import type { Asked, Facts } from '../../../sim/check/facts.ts';
import { FactBook } from '../../../sim/faults/world/fact-book.ts';
import { checkSoak } from '../../../sim/soak/check-soak.ts';
import type { RequestParts } from '../support/http-event.ts';
import { testService } from '../support/test-service.ts';
import type { Operation } from './odd-requests.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const writes = /^(put|create|save|add|erase|clear)/;

/** Whether a write found that it had come too late, or that there was nothing to write to. */
const isNothingDone = (result: unknown): boolean =>
  result === false ||
  ['exists', 'stale', 'older'].includes(String(result)) ||
  (typeof result === 'object' && (result as { readonly isNew?: boolean } | null)?.isNew === false);

/** The service in process, with a book of all that is written, for the checkers of the simulator. */
export function watchedService() {
  let written = 0;
  const counting = Object.fromEntries(
    Object.entries(memoryTicketStore()).map(([name, call]) => {
      if (!writes.test(name)) return [name, call];
      const counted = async (...given: unknown[]) => {
        const result: unknown = await Reflect.apply(call as (...all: unknown[]) => unknown, undefined, given);
        if (!isNothingDone(result)) written += 1;
        return result;
      };
      return [name, counted];
    }),
  ) as unknown as TicketStore;
  const book = new FactBook({
    skewMaxMs: 0,
    lagMaxMs: 0,
    onlyQueuesFail: false,
    store: counting,
    boardStore: {} as FactBook['boardStore'],
    webhooks: {} as FactBook['webhooks'],
    register: {} as FactBook['register'],
    now: () => service.time.now,
    onWrite: () => undefined,
    onUndertaking: () => undefined,
  });
  const service = testService({ store: book.store });
  const { city } = service.tickets;
  book.cities.set(city.rules.hash, city as Parameters<typeof book.cities.set>[1]);

  /** Asks as a client does, and writes down what was asked and answered. */
  const ask = async (operation: Operation, parts: RequestParts, n: number) => {
    const key = `fuzz-${n}`;
    const before = written;
    const headers = { 'idempotency-key': key, ...parts.headers };
    const answer = await service.call(operation.operationId, { ...parts, headers });
    book.asked.push(askedOf(operation, { ...parts, headers }, n, key, answer));
    return { ...answer, written: written - before };
  };

  /** What the checkers of the simulator find in all that is stored. */
  const violations = async () => {
    await service.workOnBoards();
    for (const { body } of service.effects.take()) book.effectArrived(effectMessage.parse(JSON.parse(body)));
    book.settledAt = service.time.now;
    book.endedAt = service.time.now;
    return (await checkSoak(checkable(book))).violations;
  };
  return { ...service, ask, violations };
}

function askedOf(
  { operationId }: Operation,
  { role, path = {}, body, rawBody, isBase64 }: RequestParts,
  n: number,
  key: string,
  answer: { readonly status: number; readonly json: unknown },
): Asked {
  const { sub = '', unit, role: name } = role ?? {};
  const text = isBase64 ? Buffer.from(rawBody ?? '', 'base64').toString('utf8') : rawBody;
  const sent = (text === undefined ? body : parsed(text)) as Asked['body'];
  const { source, sourceKey } = (sent ?? {}) as { source?: unknown; sourceKey?: unknown };
  const id = ticketIdOf({ digest: sha256 }, String(source), String(sourceKey));
  return {
    n,
    operationId,
    caller: { subject: sub, hotline: name === 'platform', ...(unit === undefined ? {} : { unit }) },
    key: operationId === 'submitTicket' ? `${String(source)} ${String(sourceKey)}` : key,
    ticketId: operationId === 'submitTicket' ? id : path.ticketId,
    path,
    // What was refused is in no history, and may nest deeper than a checker can print.
    body: answer.status < 400 ? sent : undefined,
    commandId: sha256(JSON.stringify([sub, operationId, key])).slice(0, 32),
    attempts: 1,
    answer: { status: answer.status, body: answer.json, at: 0 },
    isAbandoned: false,
  };
}

const parsed = (text: string): unknown => {
  try {
    // A byte order mark is no part of the text, as for every decoder.
    return text === '' ? {} : JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
};

/**
 * The part of the book that the checkers know how to live again: tickets that were submitted, matters, what is of both.
 * Findings, imports, topics and patrols have lives of their own, which their own tests hold.
 */
function checkable(book: FactBook): Facts {
  const commands = book.asked.filter(({ operationId }) => isOfTickets(operationId));
  const submitted = new Set(
    commands.flatMap(({ operationId, ticketId, answer }) =>
      operationId === 'submitTicket' && (answer?.status ?? 500) < 300 ? [ticketId] : [],
    ),
  );
  const ofTickets = <Value>(map: ReadonlyMap<string, Value>) =>
    new Map([...map].filter(([id]) => submitted.has(id)));
  const versions = ofTickets(book.versions);
  const kept = [...book.ledger].filter(
    ([, entry]) => 'ticketId' in entry && submitted.has(entry.ticketId ?? ''),
  );
  return {
    ...book,
    asked: commands,
    versions,
    undertakings: new Map([...book.undertakings].filter(([, [first]]) => first?.record.kind === 'matter')),
    ledger: new Map(kept.filter(([, { type }]) => ['case', 'overdue', 'summons', 'rating'].includes(type))),
    boards: [],
  };
}

/** Submissions, commands on tickets and on matters: their histories can be lived again. */
const isOfTickets = (operationId: OperationId): boolean =>
  operationId === 'submitTicket' || operationId in commandScopes || matterCommands.has(operationId);

const matterCommands = new Set(
  routes
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/matters'))
    .map(({ operationId }) => operationId),
);

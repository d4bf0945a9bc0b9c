import { createHash } from 'node:crypto';
import type { Context, SQSEvent } from 'aws-lambda';
import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import {
  memoryBoardQueue,
  memoryEffectQueue,
  memoryWakeQueue,
} from '../../../functions/adapters/memory/memory-queues.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { memoryWebhookStore } from '../../../functions/adapters/memory/memory-webhook-store.ts';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import { eventData } from '../../../functions/adapters/webhook/event-data.ts';
import { ok } from '../../../functions/core/result.ts';
import { makeHandler as makeBoard } from '../../../functions/handlers/board.ts';
import { makeHandler as makeBoards } from '../../../functions/handlers/boards.ts';
import { makeHandler as makeCommand } from '../../../functions/handlers/command.ts';
import { makeHandler as makeEarly } from '../../../functions/handlers/early.ts';
import { makeHandler as makeIntake } from '../../../functions/handlers/intake.ts';
import { makeHandler as makeManage } from '../../../functions/handlers/manage.ts';
import { makeHandler as makeRead } from '../../../functions/handlers/read.ts';
import { makeRulesOf } from '../../../functions/handlers/wiring/rules-of.ts';
import type { Telemetry } from '../../../functions/http/observability.ts';
import type { HttpEvent } from '../../../functions/http/request/http-event.ts';
import type { Route } from '../../../functions/http/routes.ts';
import { unitNamesOf } from '../../../functions/usecases/boards/unit-names.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { matterTables } from '../../../functions/usecases/early/topics/matter-tables.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What a function of the service may think it has left of its time. */
const remainingMs = 10_000;
/** What the function that computes boards may think it has: the whole of its own. */
const boardMs = 300_000;

/**
 * The service's own functions over stores and queues in memory, on a clock that is moved by hand. `faults` collects what
 * went wrong behind an answer: a walk that leaves any there has failed.
 */
export function openService(city: LoadedCity, clock: VirtualClock, names: { city: string; pack: string }) {
  const faults: unknown[] = [];
  const store = memoryTicketStore();
  const effects = memoryEffectQueue();
  const wakes = memoryWakeQueue();
  let ids = 0;
  const newId = () => `walk-${++ids}`;
  const telemetry: Telemetry = {
    info: () => {},
    warn: () => {},
    error: (message, facts, cause) => faults.push({ message, facts, cause }),
    measure: () => {},
    flush: () => {},
  };
  const tickets: Deps = {
    store,
    wakes,
    effects,
    clock,
    city,
    rulesOf: makeRulesOf(store, city.rules),
    deferred: (_ticketId, cause) => faults.push(cause),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const host = { telemetry, newId, speed: 1, monotonicMs: () => clock.now() };
  const sender = { send: async () => ok({ status: 204 }), test: async () => ok({ status: 204 }) };
  const manage = {
    tickets,
    webhooks: memoryWebhookStore(),
    sender,
    clock,
    randomId: newId,
    randomBytes: (count: number) => new Uint8Array(count),
    urlFault: () => undefined,
    deadLetters: { redrive: async () => 0 },
  };
  const queue = memoryBoardQueue();
  const boards = { ...tickets, boards: memoryBoardStore(), queue, newId, names: unitNamesOf(city.sources) };
  const board = makeBoard({ boards, telemetry, comeBackIn: async () => {} });
  const handlers = {
    intake: makeIntake({ host, tickets }),
    command: makeCommand({ host, tickets }),
    read: makeRead({ host, tickets, running: { ...names, events: eventData } }),
    manage: makeManage({ host, manage }),
    boards: makeBoards({ host, boards }),
    early: makeEarly({ host, early: boards }),
  };
  const context = { awsRequestId: 'walk', getRemainingTimeInMillis: () => remainingMs } as Context;
  return {
    tickets: { ...tickets, tables: matterTables(boards) },
    faults,
    /** The messages that units and the hotline were sent since the last call, as they lay in the queue. */
    takeMessages: () => {
      wakes.take();
      return effects.take().map(({ body }) => body);
    },
    /** Does the jobs on boards that were asked for, to their end. */
    workOnBoards: async () => {
      for (let sent = queue.take(); sent.length > 0; sent = queue.take()) {
        const Records = sent.map(({ body }, n) => ({ body, messageId: `board-${n}`, attributes: {} }));
        await board({ Records } as unknown as SQSEvent, { getRemainingTimeInMillis: () => boardMs });
      }
    },
    invoke: async (name: Route['handler'], event: unknown) =>
      handlers[name](event as HttpEvent, { ...context }),
  };
}

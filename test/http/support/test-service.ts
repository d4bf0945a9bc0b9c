import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import {
  memoryBoardQueue,
  memoryEffectQueue,
  memoryWakeQueue,
} from '../../../functions/adapters/memory/memory-queues.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { memoryWebhookStore } from '../../../functions/adapters/memory/memory-webhook-store.ts';
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
import type { HttpEvent, HttpResult } from '../../../functions/http/request/http-event.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import { unitNamesOf } from '../../../functions/usecases/boards/unit-names.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { matterTables } from '../../../functions/usecases/early/topics/matter-tables.ts';
import { eventFor, lambdaContext, type RequestParts, routeOf } from './http-event.ts';
import { recordedTelemetry } from './recorded-telemetry.ts';
import { testCity } from './test-city.ts';

const beijing = testCity('beijing', 'beijing-2023');
const noonInBeijing = Date.parse('2026-11-22T12:00:00+08:00');

/** The service behind the gateway, in process: the real handlers and use cases over stores in memory. */
export function testService(
  options: {
    readonly store?: Partial<TicketStore>;
    readonly speed?: number;
    readonly city?: Deps['city'];
  } = {},
) {
  const recorded = recordedTelemetry();
  const time = { now: noonInBeijing };
  const clock = { now: () => time.now };
  const city = options.city ?? beijing;
  const store = { ...memoryTicketStore(), ...options.store };
  const effects = memoryEffectQueue();
  const wakes = memoryWakeQueue();
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const tickets: Deps = {
    store,
    wakes,
    effects,
    clock,
    city,
    rulesOf: makeRulesOf(store, city.rules),
    deferred: () => {},
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const webhooks = memoryWebhookStore();
  const sender = { send: async () => ok({ status: 204 }), test: async () => ok({ status: 204 }) };
  const host = {
    telemetry: recorded.telemetry,
    newId,
    speed: options.speed ?? 1,
    monotonicMs: () => time.now,
  };
  const manage = {
    tickets,
    webhooks,
    sender,
    clock,
    randomId: newId,
    randomBytes: (count: number) => new Uint8Array(count).fill(7),
    urlFault: (url: string) => (url.startsWith('https:') ? undefined : 'use https'),
    deadLetters: { redrive: async () => 3 },
  };
  const queue = memoryBoardQueue();
  const boards = {
    ...tickets,
    boards: memoryBoardStore(),
    queue,
    newId,
    get names() {
      return unitNamesOf(city.sources);
    },
  };
  const board = makeBoard({ boards, telemetry: recorded.telemetry, comeBackIn: async () => {} });
  const running = { city: 'beijing', pack: 'beijing-2023', events: eventData };
  const handlers = {
    intake: makeIntake({ host, tickets }),
    command: makeCommand({ host, tickets }),
    read: makeRead({ host, tickets, running }),
    manage: makeManage({ host, manage }),
    boards: makeBoards({ host, boards }),
    early: makeEarly({ host, early: boards }),
  };
  const send = async (handler: keyof typeof handlers, event: HttpEvent) =>
    readAnswer((await handlers[handler](event, lambdaContext)) as unknown as HttpResult);
  return {
    ...recorded,
    time,
    tickets: { ...tickets, tables: matterTables(boards) },
    effects,
    wakes,
    send,
    boards,
    /** Does the jobs on boards that lie in the queue, and those that they send, as their function would. */
    workOnBoards: async () => {
      for (let sent = queue.take(); sent.length > 0; sent = queue.take()) {
        const Records = sent.map(({ body }, n) => ({ body, messageId: `m-${n}`, attributes: {} }));
        await board({ Records } as unknown as SQSEvent, { getRemainingTimeInMillis: () => 300_000 });
      }
    },
    /** Asks an operation as the gateway would. */
    call: (operationId: OperationId, parts: RequestParts = {}) =>
      send(routeOf(operationId).handler, eventFor(operationId, parts)),
  };
}

export type TestService = ReturnType<typeof testService>;

/** What a test may look for in an answer's body. */
export interface AnswerBody {
  readonly [field: string]: unknown;
  readonly code?: string;
  readonly ticketId?: string;
  readonly status?: unknown;
  readonly errors?: readonly { readonly field: string; readonly reason: string }[];
}

const readAnswer = ({ statusCode = 0, headers = {}, body }: HttpResult) => ({
  status: statusCode,
  headers: headers as Readonly<Record<string, string>>,
  text: body ?? '',
  json: (isJson(headers) && body ? JSON.parse(body) : {}) as AnswerBody,
});

const isJson = (headers: object) =>
  /json/.test(String(Object.entries(headers).find(([name]) => name === 'content-type')?.[1]));

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Context, SQSEvent } from 'aws-lambda';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { dynamoWebhookStore } from '../../../functions/adapters/dynamodb/dynamo-webhook-store.ts';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';
import { eventData } from '../../../functions/adapters/webhook/event-data.ts';
import { ok } from '../../../functions/core/result.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import { makeHandler as makeCommand } from '../../../functions/handlers/command.ts';
import { makeHandler as makeDeliver } from '../../../functions/handlers/deliver.ts';
import { makeHandler as makeIntake } from '../../../functions/handlers/intake.ts';
import { makeHandler as makeRead } from '../../../functions/handlers/read.ts';
import { makeHandler as makeSweep } from '../../../functions/handlers/sweep.ts';
import { makeHandler as makeWake } from '../../../functions/handlers/wake.ts';
import { openTelemetry } from '../../../functions/http/observability.ts';
import type { HttpEvent } from '../../../functions/http/request/http-event.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { credentials, region } from '../../local/aws-names.ts';
import { createTable } from '../../local/create-table.ts';
import { watchCapacity } from './capacity.ts';
import { countedQueues } from './counted-queues.ts';

/** The functions a ticket's life passes through. */
export type MeasuredFunction = 'intake' | 'command' | 'read' | 'sweep' | 'wake' | 'deliver';

export type MeasuredCity = Awaited<ReturnType<typeof openMeasuredCity>>;

const city = 'beijing';
const pack = 'beijing-2023';
const context = { awsRequestId: 'cost', getRemainingTimeInMillis: () => 50_000 } as Context;

/**
 * The service's own functions on an embedded table, with queues that count and a clock that is moved by hand.
 *
 * @param isWatched whether units are counted: a watched call takes longer, so durations come from a city without
 */
export async function openMeasuredCity(endpoint: string, isWatched: boolean) {
  const read = readCity({ dataDir: join(import.meta.dirname, '../../../functions'), city, pack, speed: 1 });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const documents = makeDocumentClient({ region, credentials, endpoint });
  const table = { documents, name: isWatched ? 'counted' : 'timed' };
  await createTable(table);
  const capacity = isWatched ? watchCapacity(table, endpoint) : undefined;
  const queues = countedQueues();
  const time: { now: EpochMs } = { now: Date.parse('2026-03-02T09:00:00+08:00') };
  const telemetry = openTelemetry();
  const clock = { now: () => time.now };
  const tickets: Deps = {
    store: dynamoTicketStore(table),
    wakes: queues.wakes,
    effects: queues.effects,
    clock,
    city: read.value,
    rulesOf: async () => read.value.rules,
    deferred: (_, cause) => {
      throw cause;
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  let ids = 0;
  const host = { telemetry, newId: () => `cost-${++ids}`, speed: 1, monotonicMs: () => performance.now() };
  const sender = { send: async () => ok({ status: 204 }), test: async () => ok({ status: 204 }) };
  const delivery = { webhooks: dynamoWebhookStore(table), sender, effects: queues.effects, clock };
  const intake = makeIntake({ host, tickets });
  const command = makeCommand({ host, tickets });
  const reader = makeRead({ host, tickets, running: { city, pack, events: eventData } });
  const wake = makeWake({ tickets, telemetry });
  const deliver = makeDeliver({ delivery, telemetry, random01: () => 0.5, retryIn: async () => {} });
  const sweep = makeSweep({ tickets, telemetry });
  const api = (handler: typeof intake) => (event: unknown) => handler(event as HttpEvent, context);
  const functions = {
    intake: api(intake),
    command: api(command),
    read: api(reader),
    sweep: (event: unknown) => sweep(event, context),
    wake: (event: unknown) => wake(event as SQSEvent),
    deliver: (event: unknown) => deliver(event as SQSEvent),
  } satisfies Record<MeasuredFunction, (event: unknown) => Promise<unknown>>;
  const nothingAsked = { readUnits: 0, writeUnits: 0, indexWriteUnits: {}, storedBytes: 0 };
  const unwatched = makeDocumentClient({ region, credentials, endpoint });
  return {
    time,
    queues,
    functions,
    takeCapacity: () => capacity?.take() ?? nothingAsked,
    /** A look at a ticket that is not counted. */
    look: dynamoTicketStore({ documents: unwatched, name: table.name }).load,
    close() {
      capacity?.close();
      for (const client of [documents, unwatched]) client.destroy();
    },
  };
}

import { createHash } from 'node:crypto';
import type { Context, SQSRecord } from 'aws-lambda';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import { rememberOwners } from '../../../functions/adapters/webhook/remember-owners.ts';
import { type EpochMs, secondMs } from '../../../functions/core/time.ts';
import { makeHandler as makeBoard } from '../../../functions/handlers/board.ts';
import { makeHandler as makeBoards } from '../../../functions/handlers/boards.ts';
import { makeHandler as makeCommand } from '../../../functions/handlers/command.ts';
import { makeHandler as makeDeliver } from '../../../functions/handlers/deliver.ts';
import { makeHandler as makeEarly } from '../../../functions/handlers/early.ts';
import { makeHandler as makeIntake } from '../../../functions/handlers/intake.ts';
import { makeHandler as makeManage } from '../../../functions/handlers/manage.ts';
import { makeHandler as makeSweep } from '../../../functions/handlers/sweep.ts';
import { makeHandler as makeWake } from '../../../functions/handlers/wake.ts';
import { makeHandler as makeWatch } from '../../../functions/handlers/watch.ts';
import { makeRulesOf } from '../../../functions/handlers/wiring/rules-of.ts';
import type { Telemetry } from '../../../functions/http/observability.ts';
import type { HttpEvent, HttpResult } from '../../../functions/http/request/http-event.ts';
import type { BoardStore } from '../../../functions/ports/board-store.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { RulesRegister } from '../../../functions/ports/rules-register.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { WebhookSender } from '../../../functions/ports/webhook-sender.ts';
import type { WebhookStore } from '../../../functions/ports/webhook-store.ts';
import { type UnitNames, unitNamesOf } from '../../../functions/usecases/boards/unit-names.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { matterTables } from '../../../functions/usecases/early/topics/matter-tables.ts';
import type { QueuePorts } from '../ports/queue-ports.ts';
import type { Consumer } from './event-source.ts';
import './loaded-later.ts';
import type { Process } from './process.ts';

/** What one function instance is made of: every port is its own line to the world. */
export interface InstancePorts {
  readonly process: Process;
  readonly clock: Clock;
  readonly city: LoadedCity;
  readonly store: TicketStore;
  readonly boards: BoardStore;
  readonly register: RulesRegister;
  readonly webhooks: WebhookStore;
  readonly queues: QueuePorts;
  readonly sender: WebhookSender;
  readonly telemetry: Telemetry;
  readonly deferred: Deps['deferred'];
  readonly digest: Deps['digest'];
  newId(): string;
  random01(): number;
  randomBytes(count: number): Uint8Array;
  /** Lets a message of the effect or board queue come back after so long. */
  comeBackIn(queue: 'effects' | 'boards', record: SQSRecord, seconds: number): Promise<void>;
  /** Puts the dead letters back. */
  redrive(): Promise<number>;
}

export type HttpFunction = (event: HttpEvent) => Promise<HttpResult>;

const registrationsKnownMs = 2 * secondMs;

/** SHA-256 as lower-case hex, as every host of the service has it. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ticketsOf = (ports: InstancePorts): Deps => ({
  store: ports.store,
  wakes: ports.queues.wakes,
  effects: ports.queues.effects,
  clock: ports.clock,
  city: ports.city,
  rulesOf: makeRulesOf(ports.store, ports.city.rules),
  deferred: ports.deferred,
  digest: ports.digest,
});

const hostOf = ({ telemetry, newId, city, clock }: InstancePorts) => ({
  telemetry,
  newId,
  speed: city.rules.speed,
  monotonicMs: () => clock.now(),
});

const known = new WeakMap<LoadedCity, UnitNames>();

/** The names of a city's units, read once for all of its instances: thousands start in a minute of simulation. */
function namesOf(city: LoadedCity): UnitNames {
  const names = known.get(city) ?? unitNamesOf(city.sources);
  known.set(city, names);
  return names;
}

const boardsOf = (ports: InstancePorts) => ({
  ...ticketsOf(ports),
  boards: ports.boards,
  queue: ports.queues.boards,
  newId: ports.newId,
  names: namesOf(ports.city),
});

/** What keeps and does the work of undertakings, as the deployment has it: boards, and what months came to by matter. */
const earlyOf = (ports: InstancePorts) => {
  const boards = boardsOf(ports);
  return { ...boards, tables: matterTables(boards) };
};

/** A context without a clock of the machine: the world itself ends an invocation. */
const httpContext = { awsRequestId: 'request' } as Context;

/** What is left of an invocation, which is measured in true time whatever the instance's own clock shows. */
const timed = (stopAt: EpochMs, { clock, skewMs }: Process) => ({
  getRemainingTimeInMillis: () => stopAt - (clock.now() - skewMs),
});

/** The service's own functions, each from the ports of one instance: nothing of them is written for the simulation. */
export const makeFunctions = {
  intake: (ports: InstancePorts): HttpFunction =>
    http(makeIntake({ host: hostOf(ports), tickets: ticketsOf(ports) })),
  command: (ports: InstancePorts): HttpFunction =>
    http(makeCommand({ host: hostOf(ports), tickets: ticketsOf(ports) })),
  boards: (ports: InstancePorts): HttpFunction =>
    http(makeBoards({ host: hostOf(ports), boards: boardsOf(ports) })),
  early: (ports: InstancePorts): HttpFunction =>
    http(makeEarly({ host: hostOf(ports), early: earlyOf(ports) })),
  manage: (ports: InstancePorts): HttpFunction =>
    http(
      makeManage({
        host: hostOf(ports),
        manage: {
          tickets: ticketsOf(ports),
          webhooks: ports.webhooks,
          sender: ports.sender,
          clock: ports.clock,
          randomId: ports.newId,
          randomBytes: ports.randomBytes,
          urlFault: () => undefined,
          deadLetters: { redrive: ports.redrive },
        },
      }),
    ),
  wake: (ports: InstancePorts): Consumer => makeWake({ tickets: earlyOf(ports), telemetry: ports.telemetry }),
  deliver: (ports: InstancePorts): Consumer =>
    makeDeliver({
      delivery: {
        webhooks: rememberOwners(ports.webhooks, ports.clock, registrationsKnownMs),
        sender: ports.sender,
        effects: ports.queues.effects,
        clock: ports.clock,
      },
      telemetry: ports.telemetry,
      random01: ports.random01,
      retryIn: (record, seconds) => ports.comeBackIn('effects', record, seconds),
    }),
  board: (ports: InstancePorts): Consumer => {
    const comeBackIn = (record: SQSRecord, seconds: number) => ports.comeBackIn('boards', record, seconds);
    const work = makeBoard({ boards: boardsOf(ports), telemetry: ports.telemetry, comeBackIn });
    return (event, stopAt) => work(event, timed(stopAt, ports.process));
  },
  watch: (ports: InstancePorts) => {
    const watch = makeWatch({ tickets: ticketsOf(ports), telemetry: ports.telemetry });
    return (stopAt: EpochMs) => watch(undefined, timed(stopAt, ports.process));
  },
  sweep: (ports: InstancePorts) => {
    const sweep = makeSweep({ tickets: earlyOf(ports), telemetry: ports.telemetry });
    return (stopAt: EpochMs) => sweep(undefined, timed(stopAt, ports.process));
  },
} as const;

const http =
  (handler: (event: HttpEvent, context: Context) => Promise<unknown>): HttpFunction =>
  (event) =>
    handler(event, { ...httpContext }) as Promise<HttpResult>;

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoBoardStore } from '../../functions/adapters/dynamodb/dynamo-board-store.ts';
import { dynamoTicketStore } from '../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { systemClock } from '../../functions/adapters/system.ts';
import { type DurationMs, minuteMs, secondMs } from '../../functions/core/time.ts';
import { subscribable } from '../../functions/core/webhooks/registration.ts';
import { Streams } from '../engine/streams.ts';
import { filesOf } from '../live/find-leaks.ts';
import { loadLiveCity } from '../live/load-live-city.ts';
import { ServiceClient } from '../live/service-client.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../live/webhook-receiver.ts';
import { checkSoak, type SoakVerdict } from './check-soak.ts';
import { KilledHost } from './host/killed-host.ts';
import { startSoakServers } from './host/soak-servers.ts';
import { unrest, waitForCalm } from './host/wait-for-calm.ts';
import { SoakLoad } from './load/soak-load.ts';
import { startFaultProxy } from './proxy/fault-proxy.ts';
import type { Sabotage } from './proxy/sabotage.ts';
import { SoakFaults } from './proxy/soak-faults.ts';
import { queueRecorder } from './record/record-sent.ts';
import { tableRecorder } from './record/record-write.ts';
import { SoakBook } from './record/soak-book.ts';

/** Small enough that every unit's worklist is read at the end; its pack has called-back tickets, ladders and whistles. */
const city = 'fangshan';
const pack = 'beijing-2023';
const inFlightMax = 32;
const progressEachMs = 10 * secondMs;
const receiverDownShare = 0.05;
/** One sweep, what was owed a minute before it and is then due again, and the turn of the last. */
const calmMaxMs = 4 * minuteMs;
/** A killed board job keeps its board for five minutes, and comes back at its own growing pace. */
const boardsCalmMaxMs = 10 * minuteMs;
/** The platform, the township with two receivers, and a bureau. */
const owners = [
  ['hotline', 'platform'],
  ['daanshan', 'street-desk'],
  ['daanshan', 'street-phone'],
  ['fangshan-police', 'police'],
] as const;

export interface SoakOptions {
  readonly lastsMs: DurationMs;
  readonly seed: number;
  readonly speed: number;
  readonly clients: number;
  /** About how long from one kill to the next. */
  readonly killEachMs: DurationMs;
  /** Whether boards are published as well: what was killed in the middle of that takes minutes to come back. */
  readonly withBoards: boolean;
  readonly sabotage?: Sabotage | undefined;
  /** Looks at what is stored after so long even where something is still to be done; by default when that must be over. */
  readonly calmMaxMs?: DurationMs;
  /** Ends the load early; what was promised by then is checked all the same. */
  readonly interrupted: AbortSignal;
  readonly told: (line: string) => void;
}

/** What a soak saw. */
export interface SoakResult extends SoakVerdict {
  readonly book: SoakBook;
  readonly host: Pick<KilledHost, 'kills' | 'downMs' | 'failedStarts'>;
  readonly faults: Readonly<Record<'DynamoDB' | 'SQS', SoakFaults>>;
  readonly calls: Readonly<Record<'DynamoDB' | 'SQS', number>>;
  readonly seen: ReadonlyMap<number, number>;
  readonly calmMs: DurationMs;
}

/**
 * Runs the service as a process under load, behind proxies that let its servers' calls come to grief, and kills it now
 * and then; then nothing fails any more until everything due has happened, and what is stored is held to every promise.
 */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { lastsMs, seed, speed, clients, killEachMs, withBoards, sabotage, interrupted, told } = options;
  const clock = systemClock;
  const loaded = loadLiveCity(pack, speed, city);
  const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-soak-'));
  const undo: (() => Promise<void> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
  try {
    const servers = await startSoakServers();
    undo.push(() => servers.stop());
    const stores = {
      tickets: dynamoTicketStore(servers.table),
      boards: dynamoBoardStore(servers.table),
    };
    const book = new SoakBook(loaded, stores);
    const bodies: string[] = [];
    const recorders = {
      table: tableRecorder(book),
      queues: queueRecorder(book, (body) => bodies.push(body)),
    };
    const faults = {
      DynamoDB: new SoakFaults(seed, 'DynamoDB', clock.now()),
      SQS: new SoakFaults(seed, 'SQS', clock.now()),
    };
    const common = { clock, sabotage };
    const dynamodb = await startFaultProxy({
      ...common,
      api: 'dynamodb',
      upstream: servers.endpoints.dynamodb,
      faults: faults.DynamoDB,
      onDone: (call) => (call.operation === 'CreateTable' ? servers.created(call) : recorders.table(call)),
    });
    undo.push(() => dynamodb.close());
    const sqs = await startFaultProxy({
      ...common,
      api: 'sqs',
      upstream: servers.endpoints.sqs,
      faults: faults.SQS,
      onDone: (call) => (call.operation === 'CreateQueue' ? servers.created(call) : recorders.queues(call)),
    });
    undo.push(() => sqs.close());
    const repair = (isOn: boolean) => {
      faults.DynamoDB.isOn = isOn;
      faults.SQS.isOn = isOn;
    };
    repair(false);
    const proxied = { dynamodb: dynamodb.endpoint, sqs: sqs.endpoint };
    const hostOptions = { port: 0, dataDir, speed, pack, city, servers: proxied };
    const host = await KilledHost.start(hostOptions, clock, () => servers.release());
    undo.push(() => host.kill());
    const client = new ServiceClient(host.url, inFlightMax);
    undo.push(() => client.stop());
    const receiver = await openWebhookReceiver(clock);
    undo.push(() => receiver.close());
    await register(book, client, receiver);

    const streams = new Streams(seed);
    const down = streams.of('soak receivers');
    receiver.isDown = () => faults.SQS.isOn && down.chance(receiverDownShare);
    repair(true);
    const load = new SoakLoad({ book, client, rules: loaded.rules, clock, withBoards }, seed);
    const until = clock.now() + lastsMs;
    const running = load.run(clients, until, interrupted);
    const said = setInterval(() => told(progressLine(book, host, faults)), progressEachMs);
    undo.push(() => clearInterval(said));
    await host.keepKilling(streams.of('soak kills'), { eachMs: killEachMs, until, ended: interrupted });
    repair(false);
    clearInterval(said);
    told('the faults are over: one last kill, then everything due must happen');
    book.repairedAt = clock.now();
    await host.killAndRestart();
    await Promise.race([
      running,
      waitForCalm(() => [`${load.inFlight} requests unanswered`], { clock, maxMs: minuteMs, told }),
    ]);
    await client.ask({ role: 'operator' }, 'POST', '/dead-letters/redrive', { body: {} });
    await waitForCalm(() => unrest(book, servers.stand(), load.inFlight, clock.now()), {
      clock,
      maxMs: options.calmMaxMs ?? (withBoards ? boardsCalmMaxMs : calmMaxMs),
      told,
    });
    book.settledAt = clock.now();
    book.quietUntil = book.settledAt;
    await host.stop();
    book.endedAt = clock.now() + queueEmptyMs;
    book.deadLetters = servers
      .stand()
      .flatMap(({ name, bodies: held }) => (name.includes('DeadLetters') ? held : []));
    book.heard = heardBy(receiver, book);
    const logs = filesOf(join(dataDir, 'logs')).flatMap(({ texts }) => texts);
    book.emitted = [
      ...bodies,
      ...receiver.texts,
      ...client.paths,
      ...logs.flatMap((text) => text.split('\n')),
    ];
    told('checking what is stored');
    const verdict = await checkSoak(book);
    return {
      ...verdict,
      book,
      host,
      faults,
      calls: { DynamoDB: dynamodb.calls(), SQS: sqs.calls() },
      seen: client.seen,
      calmMs: book.settledAt - book.repairedAt,
    };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

function progressLine({ asked }: SoakBook, { kills }: KilledHost, faults: SoakResult['faults']): string {
  const answered = asked.filter(({ answer }) => answer !== undefined).length;
  const drawn = Object.values(faults).flatMap(({ counts }) => [...counts.values()]);
  const failed = drawn.reduce((sum, count) => sum + count, 0);
  return `${asked.length} requests, ${answered} answered, ${failed} faults, ${kills} kills`;
}

/** The queues were empty when the host was stopped: what had been sent by then has been worked on. */
const queueEmptyMs = 2 * minuteMs;

async function register(book: SoakBook, client: ServiceClient, receiver: WebhookReceiver): Promise<void> {
  await Promise.all(
    owners.map(async ([owner, name]) => {
      const id = await receiver.register(client, owner, name);
      const registration = { id, owner, url: '', kinds: [...subscribable], secret: '', rev: 1 };
      book.registrations.set(id, [{ registration, at: 0 }]);
    }),
  );
}

/** What receivers heard, as the effects that were sent. */
function heardBy({ heard }: WebhookReceiver, { sent, registrations }: SoakBook) {
  const idOf = (owner: string) =>
    [...registrations].find(([, [first]]) => first?.registration?.owner === owner)?.[0];
  return [...heard.values()].flatMap(({ id, owner, arrivedAt }) => {
    const effect = sent.get(id)?.[0]?.effect;
    const registrationId = effect?.registrationId ?? idOf(owner);
    if (effect === undefined || registrationId === undefined) return [];
    return [{ registrationId, effect, postedAt: arrivedAt, at: arrivedAt, secrets: [] }];
  });
}

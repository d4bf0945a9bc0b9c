import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { credentials as anyone, region, sdkEnvironment } from './aws-names.ts';
import { createQueues } from './create-queues.ts';
import { createTables } from './create-tables.ts';
import { demoCities } from './demo-cities.ts';
import { type Elsewhere, serverAt } from './elsewhere.ts';
import { startDynamodb } from './embedded-dynamodb.ts';
import { startSqs } from './embedded-sqs.ts';
import { startFunctions } from './functions/start-functions.ts';
import { handleRequest } from './gateway/handle-request.ts';
import { startHttpServer } from './gateway/http-server.ts';
import { readGateway } from './gateway/routes.ts';
import { createVerifier } from './gateway/verify-token.ts';
import { openIssuer } from './issuer.ts';
import { knowsUnit } from './knows-unit.ts';
import type { LocalHost } from './local-host.ts';
import { answerLocalRoute } from './local-routes.ts';
import { createResolver } from './resolve-intrinsics.ts';
import type { Role } from './roles.ts';
import { startEventSources } from './start-event-sources.ts';
import { startSchedules } from './start-schedules.ts';
import { synthesize } from './synthesize.ts';
import { readTemplate } from './template.ts';

const drainMaxMs = 3_000;

export interface HostOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Where tables, queues, the issuer's key and logs are kept; in a temporary folder when absent. */
  readonly dataDir?: string;
  /** Keeps tables and queues in memory. */
  readonly inMemory?: boolean;
  /** Removes the data of earlier runs first. */
  readonly fresh?: boolean;
  /** Added to every function's environment: `CITY`, `PACK`, `TIME_SPEED`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Servers to use instead of the embedded ones. */
  readonly elsewhere?: Elsewhere | undefined;
  /** The CDK app to run, when not the one that deploys. */
  readonly app?: string;
}

/**
 * Starts everything the synthesized template describes, in this process, on the loopback, and resolves when requests are
 * answered. Rejects with a plain message when the port is taken, the data folder is in use, or the app does not synthesize.
 */
export async function startHost(options: HostOptions): Promise<LocalHost> {
  const http = await startHttpServer(options.port);
  const undo: (() => Promise<void> | void)[] = [() => http.drain(0)];
  const stopAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const outDir = await synthesize(options.app);
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'citywhistle-'));
    if (options.fresh) rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true });
    if (options.dataDir === undefined) undo.push(() => rmSync(dataDir, { recursive: true, force: true }));

    const { dynamodb: tablesAt, sqs: queuesAt, credentials = anyone } = options.elsewhere ?? {};
    const dynamodb =
      tablesAt === undefined
        ? await startDynamodb(options.inMemory ? {} : { path: join(dataDir, 'dynamodb') })
        : serverAt(tablesAt);
    undo.push(() => dynamodb.stop());
    const sqs =
      queuesAt === undefined
        ? await startSqs(options.inMemory ? {} : { dataDir: join(dataDir, 'sqs') })
        : serverAt(queuesAt);
    undo.push(() => sqs.stop());
    const endpoints = { dynamodb: dynamodb.endpoint, sqs: sqs.endpoint };
    const tables = new DynamoDBClient({ endpoint: dynamodb.endpoint, region, credentials });
    const queueClient = new SQSClient({ endpoint: sqs.endpoint, region, credentials });
    undo.push(
      () => tables.destroy(),
      () => queueClient.destroy(),
    );

    const issuer = await openIssuer(http.url, dataDir);
    const template = readTemplate({ outDir, issuer: issuer.url });
    const resolve = createResolver(template, sqs.endpoint);
    await createTables({ template, resolve, client: tables });
    const queues = await createQueues({ template, resolve, sqs, client: queueClient });
    const logsDir = join(dataDir, 'logs');
    const environment = { ...options.environment, ...sdkEnvironment(endpoints, credentials) };
    const functions = startFunctions({ template, resolve, outDir, environment, logsDir });
    undo.push(() => functions.stop());
    // All functions load the same city, so what is wrong with it shows now and not with the first request.
    await functions.pools.values().next().value?.warm();

    const units = demoCities[functions.city]?.units ?? {};
    const mint = (role: Role, unit: string | undefined = units[role]) => issuer.sign(role, unit);
    const whyNot = async (unit: string) =>
      (await knowsUnit(http.url, await mint('platform'), unit))
        ? undefined
        : noSuchUnit(functions.city, unit, Object.values(units));
    const { routes, authorizer } = readGateway(template, resolve);
    const gateway = { routes, pools: functions.pools, verify: createVerifier(authorizer, issuer.keys) };
    const stopSources = startEventSources({
      template,
      resolve,
      queues,
      pools: functions.pools,
      client: queueClient,
    });
    const stopSchedules = startSchedules({ template, resolve, pools: functions.pools });
    http.serve(async (request, response) => {
      if (await answerLocalRoute({ documents: issuer.documents, mint, whyNot }, request, response)) return;
      await handleRequest(gateway, request, response);
    });
    return {
      url: http.url,
      city: functions.city,
      endpoints,
      logsDir,
      queueUrls: Object.fromEntries([...queues].map(([id, { url }]) => [id, url])),
      mint,
      invoke: functions.invoke,
      async stop() {
        stopSchedules();
        const sources = stopSources();
        await http.drain(drainMaxMs);
        await within(Promise.all([sources, functions.idle()]), drainMaxMs);
        await stopAll();
      },
    };
  } catch (cause) {
    await stopAll();
    throw cause;
  }
}

const noSuchUnit = (city: string, unit: string, some: readonly string[]): string =>
  `unit: ${city} has no unit ${unit}${some.length === 0 ? '' : ` (it has ${some.join(', ')} and others)`}: see the directory in functions/cities/${city}`;

async function within(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../local/synthesize.ts';
import { deployTest } from './deploy-test.ts';
import { installElasticmq, startElasticmq } from './elasticmq/start-elasticmq.ts';
import { endpointsTest } from './endpoints-test.ts';
import { findPython, type InstalledEmulator, installEmulator } from './python-tools.ts';
import { serveIssuer } from './serve-issuer.ts';
import { startEmulator } from './start-emulator.ts';

const usage = `usage: npm run test:deploy [-- --endpoints]

Deploys the whole app to an emulator, uses it and tears it down. With --endpoints: runs the app on a DynamoDB API and an SQS
API that are not ours, MiniStack's and ElasticMQ's.
`;

type Stop = () => Promise<void>;

/** What a test gets: a folder, where to put what must be undone, and whom to tell. */
interface Bench {
  readonly installed: InstalledEmulator;
  readonly workDir: string;
  readonly undo: Stop[];
  say(line: string): void;
}

/** `npm run test:deploy`: exits 0 when it passed or was skipped (it says why), 1 when it failed, 2 for a wrong option. */
async function main(line: readonly string[]): Promise<number> {
  if (line.some((word) => word !== '--endpoints')) {
    process.stderr.write(usage);
    return 2;
  }
  const startedAt = performance.now();
  const say = (text: string) => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${text}`);
  };
  const python = await findPython();
  const [installed] = python.ok ? await Promise.all([installEmulator(python.value), synthesize()]) : [python];
  if (!installed.ok) {
    console.log(`skipped: ${installed.error}`);
    return 0;
  }
  const workDir = mkdtempSync(join(tmpdir(), 'citywhistle-deploy-'));
  const undo: Stop[] = [];
  try {
    const bench = { installed: installed.value, workDir, undo, say };
    await (line.length > 0 ? onEndpoints(bench) : deployed(bench));
    say('passed');
    return 0;
  } catch (cause) {
    console.error(`FAILED  ${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    for (const step of undo.reverse()) await step();
    rmSync(workDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function deployed({ installed, workDir, undo, say }: Bench): Promise<void> {
  const issuer = await serveIssuer(workDir);
  undo.push(issuer.stop);
  const emulator = await startEmulator(installed, workDir);
  undo.push(emulator.stop);
  say(`emulator MiniStack at ${emulator.endpoint}, policies enforced, functions on Node ${process.version}`);
  await deployTest({ emulator, issuer: issuer.issuer, workDir, say });
}

async function onEndpoints({ installed, workDir, undo, say }: Bench): Promise<void> {
  const emulator = await startEmulator(installed, workDir);
  undo.push(emulator.stop);
  say(`DynamoDB API: MiniStack at ${emulator.endpoint}`);
  const elasticmq = await installElasticmq();
  const queues = elasticmq.ok ? await startElasticmq(elasticmq.value, workDir) : undefined;
  if (queues !== undefined) undo.push(queues.stop);
  const sqs = queues?.endpoint ?? emulator.endpoint;
  say(`SQS API: ${elasticmq.ok ? 'ElasticMQ' : `MiniStack, not ElasticMQ (${elasticmq.error})`} at ${sqs}`);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  await endpointsTest({ dynamodb: emulator.endpoint, sqs, credentials }, say);
}

process.exitCode = await main(process.argv.slice(2));

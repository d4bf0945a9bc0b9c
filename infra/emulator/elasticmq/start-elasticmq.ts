import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { freePort } from '../free-port.ts';
import { startProgram } from '../started-program.ts';

const run = promisify(execFile);
const pom = join(import.meta.dirname, 'pom.xml');
const folder = join(import.meta.dirname, '../../../.local/emulator');
const installMaxMs = 300_000;

/** Fetches ElasticMQ by Maven into a folder of the project's own, once for each version. Returns its class path, or why not. */
export async function installElasticmq(): Promise<Result<string, string>> {
  const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const home = join(folder, `elasticmq-${digest}`);
  const done = join(home, 'installed');
  if (existsSync(done)) return ok(join(home, '*'));
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  try {
    await run('java', ['-version']);
    const copy = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${home}`];
    await run('mvn', copy, { timeout: installMaxMs });
  } catch (cause) {
    return err(`no Java with Maven, or no way to fetch it: ${String(cause).split('\n')[0]}`);
  }
  writeFileSync(done, '');
  return ok(join(home, '*'));
}

/** Starts ElasticMQ on a free port of the loopback, its queues in memory. */
export async function startElasticmq(
  classPath: string,
  workDir: string,
): Promise<{ readonly endpoint: string; stop(): Promise<void> }> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const settings = {
    'rest-sqs.bind-hostname': '127.0.0.1',
    'rest-sqs.bind-port': port,
    'rest-stats.enabled': false,
    'node-address.host': '127.0.0.1',
    'node-address.port': port,
  };
  const stop = await startProgram({
    command: 'java',
    args: [
      '-Xmx128m',
      ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
      '-cp',
      classPath,
      'org.elasticmq.server.Main',
    ],
    environment: process.env,
    logFile: join(workDir, 'elasticmq.log'),
    answers: async () => (await fetch(`${endpoint}/?Action=ListQueues`)).ok,
  });
  return { endpoint, stop };
}

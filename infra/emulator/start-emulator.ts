import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const startMaxMs = 60_000;
const pauseMs = 250;

/** A running emulator. */
export interface Emulator {
  readonly endpoint: string;
  /** What whoever speaks to it needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  stop(): Promise<void>;
}

/**
 * Starts the emulator on a free port with policies enforced, its functions run by the very Node that runs this.
 *
 * @throws Error when it does not answer in time
 */
export async function startEmulator(python: string, workDir: string): Promise<Emulator> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const logFile = join(workDir, 'emulator.log');
  const log = openSync(logFile, 'w');
  const child = spawn(python, ['-m', 'ministack'], {
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      LAMBDA_EXECUTOR: 'local',
      AUTH: 'true',
      IOT_MTLS_ENABLED: '0',
      TZ: 'UTC',
      TMPDIR: workDir,
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(5_000)]);
    child.kill('SIGKILL');
  };
  for (let waitedMs = 0; waitedMs < startMaxMs && child.exitCode === null; waitedMs += pauseMs) {
    const answers = await fetch(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return { endpoint, environment: environmentOf(endpoint), logFile, stop };
    await sleep(pauseMs);
  }
  await stop();
  throw new Error(`the emulator does not start; see ${logFile}`);
}

/** The emulator's own root credentials, and a region it takes for home. */
const environmentOf = (endpoint: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

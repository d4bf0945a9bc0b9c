import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';
import type { InstalledEmulator } from './python-tools.ts';
import { startProgram } from './started-program.ts';

/** A running emulator. */
export interface Emulator {
  readonly endpoint: string;
  /** What whoever speaks to it needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the emulator on a free port with policies enforced, its functions run by the very Node that runs this.
 *
 * @throws Error when it does not answer in time
 */
export async function startEmulator(
  { python, packages }: InstalledEmulator,
  workDir: string,
): Promise<Emulator> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = await startProgram({
    command: python,
    args: ['-m', 'ministack'],
    environment: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      PYTHONPATH: packages,
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      LAMBDA_EXECUTOR: 'local',
      AUTH: 'true',
      IOT_MTLS_ENABLED: '0',
      TZ: 'UTC',
      TMPDIR: workDir,
    },
    logFile: join(workDir, 'emulator.log'),
    answers: async () => (await fetch(`${endpoint}/_ministack/health`)).ok,
  });
  return { endpoint, environment: environmentOf(endpoint), stop };
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

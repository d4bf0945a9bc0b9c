import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { within } from './within.ts';

const main = join(import.meta.dirname, '../../infra/local/main.ts');
/** A first start synthesizes the stack; on a busy machine that takes its time. */
const startMaxMs = 90_000;
const stopMaxMs = 20_000;

/** A local host in a process group of its own, as `npm start` runs it. */
export interface HostProcess {
  readonly url: string;
  /** Kills the whole group at once (SIGKILL): nothing is flushed, nothing is said. */
  kill(): Promise<void>;
  /** Stops it as Ctrl-C does. Throws when it does not end cleanly. */
  stop(): Promise<void>;
}

export interface HostProcessOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly speed: number;
  readonly pack: string;
  /** Beijing when absent. */
  readonly city?: string;
  /** Servers that outlive the host, instead of embedded ones. */
  readonly servers?: { readonly dynamodb: string; readonly sqs: string };
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) killGroup(child);
});

/** Starts a host and resolves when it answers. Rejects with what it said when it ends instead. */
export async function startHostProcess(options: HostProcessOptions): Promise<HostProcess> {
  const { port, dataDir, speed, pack, city = 'beijing', servers } = options;
  const line = ['--port', port, '--data', dataDir, '--speed', speed, '--city', city, '--pack', pack];
  const elsewhere =
    servers === undefined
      ? {}
      : { AWS_ENDPOINT_URL_DYNAMODB: servers.dynamodb, AWS_ENDPOINT_URL_SQS: servers.sqs };
  const child = spawn(process.execPath, [main, ...line.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...elsewhere },
  });
  running.add(child);
  const ended = once(child, 'close').finally(() => running.delete(child));
  const text = { out: '', err: '' };
  child.stderr.on('data', (chunk) => {
    text.err += chunk;
  });
  const listening = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      text.out += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text.out)?.[0];
      if (url !== undefined && text.out.includes('Ctrl-C')) resolve(url);
    });
  });
  const url = await within(Promise.race([listening, ended]), startMaxMs);
  if (typeof url !== 'string') {
    killGroup(child);
    throw new Error(`the host did not start: ${text.err || text.out || 'it said nothing'}`);
  }
  return {
    url,
    async kill() {
      killGroup(child);
      await ended;
    },
    async stop() {
      child.kill('SIGINT');
      const end = await within(ended, stopMaxMs);
      if (end === undefined) killGroup(child);
      if (end?.[0] !== 0 || text.err !== '') {
        throw new Error(`the host did not stop cleanly: code ${String(end?.[0])} ${text.err}`);
      }
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (cause) {
    // Nobody left to kill.
    if ((cause as { code?: string }).code !== 'ESRCH') throw cause;
  }
}

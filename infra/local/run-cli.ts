import { join } from 'node:path';
import { type Arguments, parseArguments, usage } from './arguments.ts';
import { elsewhereOf } from './elsewhere.ts';
import { restartSpare } from './restart-spare.ts';

/** A stop that takes longer than this is cut short; nothing acknowledged is lost by it. */
const stopMaxMs = 10_000;

const defaultDataDir = join(import.meta.dirname, '../../.local/data');

/**
 * Runs the host by a command line until it is told to stop, then ends the process: 0 after a clean stop, 1 when it cannot
 * start, 2 for a wrong option. `app` is the CDK app to run, when not the one that deploys.
 */
export async function runCli(line: readonly string[], app?: string): Promise<void> {
  const parsed = parseArguments(line, defaultDataDir);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.error}\n\n${usage}`);
    process.exit(2);
  }
  if (parsed.value.help) {
    process.stdout.write(usage);
    return;
  }
  restartSpare();
  // Lambda runs in UTC, whatever this machine's zone is.
  process.env.TZ = 'UTC';
  await run(parsed.value, app);
}

async function run(wanted: Arguments, app: string | undefined): Promise<void> {
  const { startHost } = await import('./start-host.ts');
  const { banner } = await import('./banner.ts');
  const elsewhere = elsewhereOf(process.env);
  const starting = startHost({ ...wanted, elsewhere, ...(app === undefined ? {} : { app }) });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopMaxMs).unref();
    await (await starting).stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const host = await starting;
    if (!stopping) process.stdout.write(await banner(host, Number(wanted.environment.TIME_SPEED)));
  } catch (cause) {
    process.stderr.write(`${explain(cause, wanted)}\n`);
    process.exit(1);
  }
}

function explain(cause: unknown, wanted: Arguments): string {
  const { code, message } = cause as { code?: string; message?: string };
  if (code === 'EADDRINUSE') {
    return `port ${wanted.port} is taken, perhaps by another city; choose one: npm start -- --port ${wanted.port + 1}`;
  }
  return message ?? String(cause);
}

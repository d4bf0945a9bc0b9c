import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const startMaxMs = 180_000;
const pauseMs = 250;
const stopMaxMs = 5_000;

/**
 * Starts a server as a program of its own, and resolves once `answers`; the returned function stops it.
 *
 * @throws Error when it does not answer in time, naming its log
 */
export async function startProgram(props: {
  command: string;
  args: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  logFile: string;
  answers(): Promise<boolean>;
}): Promise<() => Promise<void>> {
  const log = openSync(props.logFile, 'w');
  const child = spawn(props.command, props.args, { env: props.environment, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(stopMaxMs)]);
    child.kill('SIGKILL');
  };
  for (let waitedMs = 0; waitedMs < startMaxMs && child.exitCode === null; waitedMs += pauseMs) {
    if (await props.answers().catch(() => false)) return stop;
    await sleep(pauseMs);
  }
  await stop();
  throw new Error(`${props.command} does not start; see ${props.logFile}`);
}

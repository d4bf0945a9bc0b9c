import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end and parses the last line it prints as JSON.
 * @throws Error with what the program wrote to stderr if it fails.
 */
export function runJson(command: string, args: readonly string[]): unknown {
  const child = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (child.error !== undefined) throw child.error;
  if (child.status !== 0)
    throw new Error(`${command} ${args.join(' ')} exited with ${child.status}:\n${child.stderr}`);
  return JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '');
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../functions/core/result.ts';

/** What is installed, with what, and where to: a test names others. */
export interface SimpyHome {
  /** Commands to try, the first that is Python 3.8 or later with pip and venv. */
  readonly pythons: readonly string[];
  readonly requirements: string;
  readonly folder: string;
}

/**
 * Installs SimPy by pip into an environment of the project's own, once for each version that the requirements name.
 * Returns the command of its Python; an error is a line that says why there is none, as on a machine without Python
 * or without network.
 */
export function installSimpy({
  pythons,
  requirements,
  folder,
}: SimpyHome = simpyHome): Result<string, string> {
  const wanted = readFileSync(requirements);
  const home = join(folder, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const own = join(home, 'bin/python');
  const done = join(home, 'installed');
  if (existsSync(done)) return ok(own);
  const python = pythons.find((command) => run(command, ['-c', isUsable]) === undefined);
  if (python === undefined) return err('there is no Python 3.8 or later with pip and venv here');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const failure =
    run(python, ['-m', 'venv', home]) ?? run(own, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
  if (failure !== undefined) return err(`pip cannot install it here: ${failure}`);
  writeFileSync(done, '');
  return ok(own);
}

/** Runs a command to its end. Undefined if it succeeded, else the last line of what it said. */
function run(command: string, args: readonly string[]): string | undefined {
  const child = spawnSync(command, args, { encoding: 'utf8', timeout: installMaxMs });
  if (child.error !== undefined) return child.error.message;
  if (child.status === 0) return undefined;
  return child.stderr.trim().split('\n').at(-1) || `exit code ${child.status}`;
}

const isUsable = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 8) else 1)';
const installMaxMs = 300_000;
const simpyHome: SimpyHome = {
  pythons: ['python3', 'python'],
  requirements: join(import.meta.dirname, 'requirements.txt'),
  folder: join(import.meta.dirname, '../../../.local/simpy'),
};

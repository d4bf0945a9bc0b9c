import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../functions/core/result.ts';

const run = promisify(execFile);
const requirements = join(import.meta.dirname, 'requirements.txt');
const folder = join(import.meta.dirname, '../../.local/emulator');
const installMaxMs = 300_000;
const versions = ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3'];

/** A Python of 3.10 or later that can make environments; else why there is none. */
export async function findPython(): Promise<Result<string, string>> {
  for (const python of versions) {
    const script = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';
    const found = await run(python, ['-c', script]).then(
      () => true,
      () => false,
    );
    if (found) return ok(python);
  }
  return err('there is no Python 3.10 or later with pip and venv on this machine');
}

/** Installs the emulator into a folder of the project's own, once for each set of versions. Returns its Python. */
export async function installEmulator(python: string): Promise<Result<string, string>> {
  const wanted = readFileSync(requirements);
  const home = join(folder, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const own = join(home, 'bin/python');
  const done = join(home, 'installed');
  if (existsSync(done)) return ok(own);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await run(python, ['-m', 'venv', home], { timeout: installMaxMs });
    await run(own, ['-m', 'pip', 'install', '--quiet', '-r', requirements], { timeout: installMaxMs });
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    return err(`the emulator cannot be installed: ${(stderr || String(cause)).trim().split('\n').at(-1)}`);
  }
  writeFileSync(done, '');
  return ok(own);
}

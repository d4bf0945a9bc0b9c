import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../../functions/core/result.ts';

const run = promisify(execFile);
const requirements = join(import.meta.dirname, 'requirements.txt');
const folder = join(import.meta.dirname, '../../.local/emulator');
const installMaxMs = 300_000;
/** Asks nobody, looks for no newer pip, and leaves out bytecode, most of which is never run. */
const quietly = ['--quiet', '--no-input', '--disable-pip-version-check', '--no-compile', '--retries', '2'];
const versions = ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3'];

/** An emulator that can be started: by which Python, and the folder of its packages. */
export interface InstalledEmulator {
  readonly python: string;
  readonly packages: string;
}

/** A Python of 3.10 or later with pip; else why there is none. */
export async function findPython(): Promise<Result<string, string>> {
  for (const python of versions) {
    const script = 'import sys, pip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';
    const found = await run(python, ['-c', script]).then(
      () => true,
      () => false,
    );
    if (found) return ok(python);
  }
  return err('there is no Python 3.10 or later with pip on this machine');
}

/** Installs the emulator into a folder of the project's own, once for each Python and set of versions; else says why not. */
export async function installEmulator(python: string): Promise<Result<InstalledEmulator, string>> {
  const { stdout: version } = await run(python, ['-VV']);
  const wanted = createHash('sha256').update(version).update(readFileSync(requirements));
  const packages = join(folder, wanted.digest('hex').slice(0, 12));
  if (existsSync(packages)) return ok({ python, packages });
  mkdirSync(folder, { recursive: true });
  // Put in place when it is whole, so that neither a kill nor another run at the same time leaves half of it.
  const draft = mkdtempSync(join(folder, 'draft-'));
  try {
    await run(python, ['-m', 'pip', 'install', ...quietly, '--target', draft, '-r', requirements], {
      timeout: installMaxMs,
    });
    if (!existsSync(packages)) renameSync(draft, packages);
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    return err(`the emulator cannot be installed: ${(stderr || String(cause)).trim().split('\n').at(-1)}`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return ok({ python, packages });
}

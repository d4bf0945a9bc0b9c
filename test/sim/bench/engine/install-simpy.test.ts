import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installSimpy } from '../../../../sim/bench/engine/install-simpy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'citywhistle-simpy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A home in a folder of this test that asks for a package found beside it alone, so that nothing is downloaded. */
function homeFor(requirement: string) {
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `--no-index\n${requirement}\n`);
  return { pythons: ['no-such-python', 'python3'], requirements, folder: join(folder, 'home') };
}

const hasPython = spawnSync('python3', ['-c', 'import venv, ensurepip'], { stdio: 'ignore' }).status === 0;

describe('installing SimPy', () => {
  it('says so where there is no Python', () => {
    const home = { ...homeFor('simpy==4.1.2'), pythons: ['no-such-python'] };

    const installed = installSimpy(home);

    expect(installed).toEqual({ ok: false, error: 'there is no Python 3.8 or later with pip and venv here' });
  });

  it.runIf(hasPython)('says why pip failed', { timeout: 120_000 }, () => {
    const installed = installSimpy(homeFor('simpy==4.1.2'));

    expect(installed).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^pip cannot install it here: .*simpy/),
    });
  });

  it.runIf(hasPython)(
    'installs once what the requirements name, and names its Python',
    { timeout: 120_000 },
    () => {
      const home = homeFor('');

      const first = installSimpy(home);
      const second = installSimpy({ ...home, pythons: ['no-such-python'] });

      expect(first).toEqual({ ok: true, value: expect.stringContaining(join(folder, 'home')) });
      expect(second).toEqual(first);
    },
  );
});

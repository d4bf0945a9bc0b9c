import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../sim/cli.ts', import.meta.url));

const digests = (workers: number): readonly string[] => {
  const out = mkdtempSync(join(tmpdir(), 'runs-'));
  const asked = ['run', 'dongcheng-backlog', '--days', '32', '--replications', '2', '--out', out];
  const { status, stderr } = spawnSync(process.execPath, [cli, ...asked, '--workers', `${workers}`], {
    encoding: 'utf8',
  });
  expect(stderr).not.toContain('runs from its sources');
  expect(status).toBe(0);
  return readFileSync(join(out, 'result.json'), 'utf8').match(/"digest": ?"[0-9a-f]{16}"/g) ?? [];
};

it('a command and its threads run in one scope each, and any number of threads gives the same digest', () => {
  const [one, two] = [digests(1), digests(2)];

  expect(one.length).toBeGreaterThan(0);
  expect(two).toEqual(one);
});

it('a benchmark in a scope of its own refuses arguments like the others', () => {
  const bench = fileURLToPath(new URL('../../../sim/bench/main.ts', import.meta.url));

  const { status, stderr } = spawnSync(process.execPath, [bench, 'core', 'more'], { encoding: 'utf8' });

  expect(status).toBe(2);
  expect(stderr).toBe('npm run bench -- core takes no arguments\n');
});

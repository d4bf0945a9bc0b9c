import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../../sim/experiment/commands/commands.ts';
import { explainCall } from '../../../sim/experiment/terminal/explain-call.ts';
import { readOptions } from '../../../sim/experiment/terminal/read-options.ts';
import { listening } from '../support/listening.ts';

it.each([
  [['--help'], 0],
  [['beijing-day', '-h', '--bogus'], 0],
  [['--bogus'], 2],
])('answers %j with the usage, and with an error only what nobody asked for', (args, code) => {
  const host = listening();
  const read = readOptions(args, { positionals: { names: 'one SCENARIO', min: 1, max: 1 }, options: {} });

  const returned = explainCall(host, read.ok ? '' : read.error, 'usage: this');

  expect(returned).toBe(code);
  expect(host.said).toEqual(code === 0 ? ['usage: this'] : []);
  expect(host.errors).toEqual(code === 0 ? [] : ["Unknown option '--bogus'", 'usage: this']);
});

it('names every command to who asks for help, on the standard output', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../../sim/cli.ts'), '--help'],
    { encoding: 'utf8' },
  );

  expect(status).toBe(0);
  for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name.padEnd(10)} `);
});

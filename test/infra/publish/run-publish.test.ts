import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryRulesRegister } from '../../../functions/adapters/memory/memory-rules-register.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { parsePublish } from '../../../infra/publish/arguments.ts';
import { runPublish } from '../../../infra/publish/run-publish.ts';

const data = join(import.meta.dirname, '../../../functions');
const defaults = { data, by: 'planner' };

function open() {
  const lines: string[] = [];
  const errors: string[] = [];
  const deps = {
    store: memoryTicketStore(),
    register: memoryRulesRegister(),
    clock: { now: () => 1_793_577_600_000 },
  };
  const run = async (...args: string[]) => {
    const wanted = parsePublish(['--table', 't', '--city', 'beijing', ...args], defaults);
    if (!wanted.ok) throw new Error(wanted.error);
    const console = { out: (line: string) => lines.push(line), error: (line: string) => errors.push(line) };
    return runPublish(deps, wanted.value, console);
  };
  return { run, lines, errors };
}

it('publishes, lists with the one in force marked, and rolls back', async () => {
  const { run, lines } = open();

  expect(await run('--pack', 'beijing-2019', '--reason', '试行')).toBe(0);
  expect(await run('--pack', 'beijing-2023')).toBe(0);
  expect(await run('--rollback', '1')).toBe(0);
  lines.length = 0;
  await run();

  expect(lines).toEqual([
    expect.stringMatching(/^\* version 3 {2}beijing-2019 .* by planner {2}back to version 1$/),
    expect.stringMatching(/^ {2}version 2 {2}beijing-2023 /),
    expect.stringMatching(/^ {2}version 1 {2}beijing-2019 .* 试行$/),
  ]);
});

it('refuses a pack with a mistake, naming file, path and reason, and publishes nothing', async () => {
  const { run, lines, errors } = open();
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  for (const name of ['cities', 'policies'])
    cpSync(join(data, name), join(folder, name), { recursive: true });
  const file = join(folder, 'policies/beijing-2023.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"validFrom"', '"validForm"'));

  expect(await run('--pack', 'beijing-2023', '--data', folder)).toBe(1);
  await run();

  expect(errors.join('\n')).toMatch(/policies\/beijing-2023\.json.*valid/);
  expect(errors.at(-1)).toBe('nothing was published');
  expect(lines).toEqual([expect.stringContaining('nothing published')]);
});

it.each([
  [['--city', 'beijing'], /--table is missing/],
  [['--table', 't'], /--city is missing/],
  [['--table', 't', '--city', 'c', '--pack', 'p', '--rollback', '1'], /exclude each other/],
  [['--table', 't', '--city', 'c', '--rollback', 'x'], /versions are 1, 2, 3/],
  [['--table', 't', '--city', 'c', '--from', '2026-12-01T00:00'], /has no offset/],
  [['--table', 't', '--city', 'c', '--nonsense'], /nonsense/],
])('says of the command line %j what is wrong', (line, said) => {
  const parsed = parsePublish(line, defaults);

  expect(parsed).toMatchObject({ ok: false, error: expect.stringMatching(said) });
});

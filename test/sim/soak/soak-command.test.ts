import { expect, it } from 'vitest';
import { runSoakCommand } from '../../../sim/soak/soak-command.ts';

async function run(...args: string[]) {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const host = { out: say, error: say, clock: { now: () => 0 }, isTerminal: false };
  const code = await runSoakCommand(args, { ...host, interrupted: new AbortController().signal });
  return { code, said: said.join('\n') };
}

it.each([
  [['--minutes', '0'], '--minutes'],
  [['--bug', 'unknown'], '--bug'],
  [['--seed', '-1'], '--seed'],
  [['extra'], 'extra'],
])('refuses %j with 2 and names what is wrong', async (args, name) => {
  const { code, said } = await run(...args);

  expect(code).toBe(2);
  expect(said).toContain(name);
  expect(said).toContain('usage: npm run soak');
});

it('tells what it takes, and its exit codes', async () => {
  const { code, said } = await run('--help');

  expect(code).toBe(0);
  expect(said).toMatch(/3 for a crash, 4 for broken safety, 5 for broken liveness/);
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { createPool, type FunctionPool } from '../../../infra/local/functions/function-pool.ts';
import { createBudget } from '../../../infra/local/functions/instance-budget.ts';

const pools: FunctionPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.stop()));
});

/** A pool of one instance that runs `source` as its module. */
function poolOf(source: string, timeoutMs = 20_000, budget = createBudget(9)): FunctionPool {
  const module = join(mkdtempSync(join(tmpdir(), 'pool-')), 'made.mjs');
  writeFileSync(module, source);
  const fn = { name: 'Made', arn: 'arn', entry: 'made', module, exportName: 'handler' };
  const pool = createPool({
    fn: { ...fn, timeoutMs, memoryMb: 64, environment: { ONLY: 'this' } },
    instancesMax: 1,
    budget,
    log: new PassThrough().resume(),
  });
  pools.push(pool);
  return pool;
}

const sleeper = 'export const handler = ({ ms }) => new Promise((resolve) => setTimeout(resolve, ms, ms));';

it('turns an event away when every instance stays busy for as long as the caller can wait', async () => {
  const pool = poolOf(sleeper);
  const long = pool.invoke('{"ms":600}', 0);

  const short = await pool.invoke('{"ms":1}', 100);

  expect(short).toEqual({ ok: false, error: { code: 'THROTTLED' } });
  expect(await long).toEqual({ ok: true, value: '600' });
});

it('lets events wait for the one instance, in turn', async () => {
  const pool = poolOf(sleeper);

  const results = await Promise.all([20, 10, 1].map((ms) => pool.invoke(JSON.stringify({ ms }), 5_000)));

  expect(results.map((result) => result.ok && result.value)).toEqual(['20', '10', '1']);
});

it('ends an instance at its timeout, names the timeout, and starts another for the next event', async () => {
  const pool = poolOf(sleeper, 300);

  const late = await pool.invoke('{"ms":60000}', 0);
  const next = await pool.invoke('{"ms":1}', 5_000);

  expect(late).toMatchObject({ ok: false, error: { errorType: 'Sandbox.Timedout' } });
  expect(next).toEqual({ ok: true, value: '1' });
});

it('ends the longest idle instance of any function when the budget is spent', async () => {
  const counter = 'let calls = 0; export const handler = () => (calls += 1);';
  const budget = createBudget(2);
  const [first, second, third] = [1, 2, 3].map(() => poolOf(counter, 20_000, budget));

  await first?.invoke('{}', 0);
  await second?.invoke('{}', 0);
  await third?.invoke('{}', 0);

  expect(await second?.invoke('{}', 0)).toEqual({ ok: true, value: '2' });
  expect(await first?.invoke('{}', 0)).toEqual({ ok: true, value: '1' });
});

it('gives a function its own environment and nothing of the host’s', async () => {
  const pool = poolOf('export const handler = () => Object.keys(process.env);');

  expect(await pool.invoke('{}', 0)).toEqual({ ok: true, value: '["ONLY"]' });
});

it.each([
  ['cannot be loaded', 'throw new Error("broken on load");', 'broken on load'],
  ['exports no handler', 'export const other = 1;', 'does not export handler'],
  ['throws what is no error', 'export const handler = () => { throw "text"; };', 'text'],
])('reports a function that %s', async (_, source, message) => {
  const result = await poolOf(source).invoke('{}', 0);

  expect(result).toMatchObject({ ok: false, error: { code: 'FUNCTION_FAILED' } });
  expect(JSON.stringify(result)).toContain(message);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { eventually } from '../fixtures/fixture-host.ts';

const main = join(import.meta.dirname, '../fixtures/main.ts');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts the host as `npm start` does; resolves when it listens or has ended. */
async function start(...line: string[]) {
  const child = spawn(process.execPath, [main, ...line], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const text = { out: '', err: '' };
  child.stderr.on('data', (chunk) => {
    text.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const listening = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      text.out += chunk;
      if (text.out.includes('Ctrl-C')) resolve();
    });
  });
  await Promise.race([listening, ended]);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text.out)?.[0] ?? '';
  const token = /platform .*\n\s+(\S+)\n/.exec(text.out)?.[1] ?? '';
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const post = (body: unknown) =>
    fetch(`${url}/items`, { method: 'POST', headers, body: JSON.stringify(body) });
  const get = (id: string) => fetch(`${url}/items/${id}`, { headers });
  return { child, text, ended, url, token, post, get };
}

const folder = () => mkdtempSync(join(tmpdir(), 'citywhistle-test-'));

it('keeps every acknowledged item and effect through a kill in the middle of a load', async () => {
  const data = folder();
  const first = await start('--port', '0', '--data', data);
  const acknowledged: string[] = [];
  let next = 0;
  const client = async () => {
    for (;;) {
      const id = `item-${next++}`;
      const response = await first.post({ id, effect: { id: `effect-${id}` } }).catch(() => undefined);
      if (response === undefined) return;
      if (response.status === 201) acknowledged.push(id);
      if (acknowledged.length === 40) first.child.kill('SIGKILL');
    }
  };

  await Promise.all(Array.from({ length: 8 }, client));
  await first.ended;
  const second = await start('--port', '0', '--data', data);

  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  for (const id of acknowledged) {
    expect((await second.get(id)).status, id).toBe(200);
    await eventually(
      () => second.get(`effect-${id}`),
      ({ status }) => status === 200,
    );
  }
});

it('stops on Ctrl-C after answering what is in flight, and a restart accepts the same tokens', async () => {
  const data = folder();
  const first = await start('--port', '0', '--data', data);
  const { port } = new URL(first.url);
  const { access_token } = (await (
    await fetch(`${first.url}/local/token`, { method: 'POST', body: '{"role":"unit"}' })
  ).json()) as { access_token: string };

  const inFlight = fetch(`${first.url}/items/x/commands/pause`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}` },
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  first.child.kill('SIGINT');

  expect(await (await inFlight).json()).toEqual({ done: true });
  expect(await first.ended).toBe(0);
  expect(first.text.err).toBe('');
  const second = await start('--port', port, '--data', data);
  const headers = { authorization: `Bearer ${first.token}` };
  expect((await fetch(`${second.url}/items/none`, { headers })).status).toBe(404);
});

it('says in one line that the port is taken, or that another city uses the data', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const data = folder();

  const taken = await start('--port', String(port), '--data', data);
  const owner = await start('--port', '0', '--data', data);
  const intruder = await start('--port', '0', '--data', data);
  other.close();

  expect(await taken.ended).toBe(1);
  expect(taken.text.err).toMatch(new RegExp(`^port ${port} is taken.*\n$`));
  expect(await intruder.ended).toBe(1);
  expect(intruder.text.err).toMatch(
    /^the data in .* cannot be opened, perhaps because another city uses it.*\n$/,
  );
  expect((await fetch(`${owner.url}/health`)).status).toBe(200);
});

it('passes speed and pack to the functions, and empties the data only when asked', async () => {
  const data = folder();
  const first = await start('--port', '0', '--data', data, '--speed', '3600', '--pack', 'other');
  await first.post({ id: 'kept' });
  const health = await (await fetch(`${first.url}/health`)).json();
  first.child.kill('SIGTERM');
  await first.ended;

  const second = await start('--port', '0', '--data', data, '--fresh');

  expect(health).toMatchObject({ speed: '3600', pack: 'other' });
  expect(first.text.out).toContain('3600 times as fast');
  expect((await second.get('kept')).status).toBe(404);
});

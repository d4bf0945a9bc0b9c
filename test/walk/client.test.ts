import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openIssuer } from '../../infra/local/issuer.ts';
import { makeClient } from '../../sim/walk/client.ts';

const keys = mkdtempSync(join(tmpdir(), 'citywhistle-walk-client-'));
afterAll(() => rmSync(keys, { recursive: true }));

/** A server that breaks the first `breaks` connections, then answers `text` as `type`. */
async function serve(breaks: number, type: string, text: string) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked <= breaks) request.socket.destroy();
    else response.writeHead(200, { 'content-type': type, connection: 'close' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = makeClient(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    await openIssuer('http://walk.invalid', keys),
  );
  return {
    ask: () => client({ role: 'city' }, { method: 'GET', path: '/health' }),
    times: () => asked,
    server,
  };
}

describe('the client of a walk', () => {
  it('asks again when a connection breaks', async () => {
    const { ask, times, server } = await serve(2, 'application/json', '{"status":"ok"}');

    const answer = await ask();

    server.close();
    expect([answer.status, answer.body, times()]).toEqual([200, { status: 'ok' }, 3]);
  });

  it('gives up when it keeps breaking', async () => {
    const { ask, times, server } = await serve(9, 'application/json', '{}');

    await expect(ask()).rejects.toThrow();

    server.close();
    expect(times()).toBe(3);
  });

  it('keeps the byte-order mark of an export', async () => {
    const { ask, server } = await serve(0, 'text/csv', '\ufeff名次');

    const answer = await ask();

    server.close();
    expect([answer.text, answer.body]).toEqual(['\ufeff名次', undefined]);
  });
});

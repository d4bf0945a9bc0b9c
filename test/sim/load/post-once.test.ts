import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkTarget } from '../../../sim/load/drive/check-target.ts';
import { askHealth, platformToken } from '../../../sim/load/drive/drive-target.ts';
import { postOnce } from '../../../sim/load/drive/post-once.ts';

const answers: Readonly<Record<string, readonly [number, string]>> = {
  '/opens/tickets': [201, '{"ticketId":"t1"}'],
  '/knows/tickets': [200, '{"ticketId":"t1"}'],
  '/refuses/tickets': [422, '{"code":"UNKNOWN_ITEM","detail":"张三 13800000000"}'],
  '/breaks/tickets': [502, '<html>bad gateway 13800000000</html>'],
  '/health': [200, '{"status":"ok"}'],
};
const never = new AbortController().signal;

const server = createServer((request, response) => {
  if (request.url === '/stalls/tickets') return;
  const [status, body] = answers[request.url ?? ''] ?? [404, '{}'];
  response.writeHead(status).end(body);
});
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

it.each([
  ['opens', { type: 'taken', status: 201, ticketId: 't1' }],
  ['knows', { type: 'taken', status: 200, ticketId: 't1' }],
  ['refuses', { type: 'refused', code: '422 UNKNOWN_ITEM' }],
  ['breaks', { type: 'refused', code: '502' }],
  ['nothing', { type: 'refused', code: '404' }],
])('tells a service that %s a ticket, and repeats none of its words', async (name, outcome) => {
  expect(await postOnce(`${url}/${name}`, 'token', {}, never)).toEqual(outcome);
});

it('gives up a request that nobody answers when it is told to', async () => {
  expect(await postOnce(`${url}/stalls`, 'token', {}, AbortSignal.timeout(20))).toEqual({
    type: 'unanswered',
    code: 'TimeoutError',
  });
});

it('names why there was no answer', async () => {
  expect(await postOnce('http://127.0.0.1:1', 'token', {}, never)).toEqual({
    type: 'unanswered',
    code: expect.stringMatching(/^[A-Za-z_]+$/),
  });
});

it.each([
  ['http://127.0.0.1:8311/', false, { url: 'http://127.0.0.1:8311', isLoopback: true }],
  ['http://localhost:8311', false, { url: 'http://localhost:8311', isLoopback: true }],
  ['http://[::1]:8311', false, { url: 'http://[::1]:8311', isLoopback: true }],
  ['https://api.example.com/live', true, { url: 'https://api.example.com/live', isLoopback: false }],
])('drives %s', (text, isSure, value) => {
  expect(checkTarget(text, isSure)).toEqual({ ok: true, value });
});

it.each([
  ['https://api.example.com', false, '--yes-really'],
  ['http://127.0.0.1.example.com', false, 'is not this machine'],
  ['http://0x7f.example', false, 'is not this machine'],
  ['http://api.example.com', true, 'https only'],
  ['http://user:secret@127.0.0.1:8311', false, 'no user name'],
  ['ftp://127.0.0.1', false, 'expected the address of an API'],
  ['8311', false, 'expected the address of an API'],
])('refuses to drive %s and says why', (text, isSure, words) => {
  const target = checkTarget(text, isSure);

  expect(target.ok ? '' : target.error).toContain(words);
  expect(target.ok ? '' : target.error).not.toContain('secret');
});

it('does not drive what is not this service, or what gives no token', async () => {
  const target = { url, isLoopback: true };

  expect(await askHealth(target)).toEqual({
    ok: false,
    error: `${url}/health answers 200, not as this service does`,
  });
  expect(await platformToken(target, undefined)).toMatchObject({ ok: false });
  expect(await platformToken({ ...target, isLoopback: false }, undefined)).toMatchObject({ ok: false });
  expect(await platformToken(target, '/nowhere/token')).toEqual({
    ok: false,
    error: '--token-file /nowhere/token cannot be read',
  });
});

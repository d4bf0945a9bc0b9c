import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../functions/adapters/system.ts';
import { ServiceClient } from '../../../sim/live/service-client.ts';
import { openTimerWatch } from '../../../sim/load/drive/timer-watch.ts';

/** A service that takes the first receiver and refuses the second; from then on `isDown` decides whether it answers. */
const taken = new Set<string>();
let address = '';
const secret = `whsec_${Buffer.alloc(24).toString('base64')}`;
let isDown = false;
const server = createServer(async (request, response) => {
  const text = (await request.toArray()).join('');
  const { url = '', method } = request;
  if (isDown) return void request.socket.destroy();
  if (url === '/local/token') return void response.end('{"access_token":"t","expires_in":3600}');
  if (method === 'DELETE') return void response.writeHead(taken.delete(url.split('/')[2]!) ? 204 : 404).end();
  if (method === 'GET') {
    return void response.end(JSON.stringify({ rows: [...taken].map((id) => ({ id })) }));
  }
  if (taken.size > 0) return void response.writeHead(403).end('{"code":"FORBIDDEN"}');
  taken.add('w1');
  address = JSON.parse(text).url;
  response.writeHead(201).end(JSON.stringify({ secret, webhook: { id: 'w1' } }));
});
let connect: () => ServiceClient;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  connect = () => new ServiceClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1);
});
afterAll(() => void server.close());

it('takes back what was taken, and listens no longer, where a service refuses a receiver', async () => {
  const opening = openTimerWatch(() => connect(), ['hotline', '110000'], systemClock);

  await expect(opening).rejects.toThrow('no webhook for 110000: 403');
  expect(taken.size).toBe(0);
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

it('says so where a service that went down cannot take its receivers back', async () => {
  const watch = await openTimerWatch(() => connect(), ['hotline'], systemClock);
  isDown = true;
  const stopped = connect();
  stopped.stop();
  connect = () => stopped;

  const isTakenBack = await watch.close();

  expect(isTakenBack).toBe(false);
  await expect(fetch(address)).rejects.toThrow('fetch failed');
});

import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalHost } from '../../../infra/local/local-host.ts';
import { clientOf, eventually, startFixtureHost } from '../fixtures/fixture-host.ts';

let host: LocalHost;
let platform: Awaited<ReturnType<typeof clientOf>>;
let operator: Awaited<ReturnType<typeof clientOf>>;
beforeAll(async () => {
  host = await startFixtureHost();
  platform = await clientOf(host, 'platform');
  operator = await clientOf(host, 'operator');
});
afterAll(() => host.stop());

const item = async (id: string) =>
  (await (await platform('GET', `/items/${id}`)).json()) as { receives?: number };
const deadLetters = async () =>
  ((await (await operator('POST', '/manage', {})).json()) as { bodies: string[] }).bodies;

it('delivers what a function sends, with its attributes', async () => {
  await platform('POST', '/items', { id: 'a', effect: { id: 'delivered' } });

  const delivered = await eventually(
    () => item('delivered'),
    ({ receives }) => receives !== undefined,
  );

  expect(delivered).toMatchObject({ kind: 'effect' });
});

it('gives back only the records that were reported, and moves them to the dead letters after their last receive', async () => {
  await Promise.all([
    platform('POST', '/items', { id: 'b1', effect: { id: 'good-1' } }),
    platform('POST', '/items', { id: 'b2', effect: { id: 'bad', fails: true } }),
    platform('POST', '/items', { id: 'b3', effect: { id: 'good-2' } }),
  ]);

  const bodies = await eventually(deadLetters, (letters) => letters.length > 0);

  expect(bodies.map((body) => JSON.parse(body).id)).toEqual(['bad']);
  expect(await item('bad')).toMatchObject({ receives: 2 });
  expect(await item('good-1')).toMatchObject({ receives: 1 });
  expect(await item('good-2')).toMatchObject({ receives: 1 });
});

it('runs the schedule at once, and what it sends wakes the next function', async () => {
  const woken = await eventually(
    () => item('swept') as Promise<{ text?: string }>,
    ({ text }) => text !== undefined,
  );

  expect(woken.text).toBe('woken');
});

it('runs a function by its name for tests that do not wait for a schedule', async () => {
  expect(await host.invoke('deliver', { Records: [] })).toEqual({
    ok: true,
    value: { batchItemFailures: [] },
  });
  await expect(host.invoke('nobody', {})).rejects.toThrow('nobody');
});

const outside = Object.values(networkInterfaces())
  .flatMap((entries) => entries ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal);

it.skipIf(outside === undefined)(
  'listens to nobody beyond this machine (skipped where there is no other interface)',
  async () => {
    const ports = [host.url, host.endpoints.dynamodb, host.endpoints.sqs].map((url) =>
      Number(new URL(url).port),
    );

    const outcomes = await Promise.all(
      ports.map(
        (port) =>
          new Promise((resolve) => {
            const socket = connect(port, outside?.address ?? '');
            socket.on('connect', () => resolve('open'));
            socket.on('error', () => resolve('closed'));
          }),
      ),
    );

    expect(outcomes).toEqual(['closed', 'closed', 'closed']);
  },
);

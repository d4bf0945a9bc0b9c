import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readBody } from '../../../infra/local/gateway/read-body.ts';
import { startFaultProxy } from '../../../sim/soak/proxy/fault-proxy.ts';
import type { Sabotage } from '../../../sim/soak/proxy/sabotage.ts';
import type { DoneCall } from '../../../sim/soak/proxy/server-call.ts';
import { type SoakFault, SoakFaults } from '../../../sim/soak/proxy/soak-faults.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A proxy before a server that takes everything, with one fault at every call. */
async function proxyWith(given: { fault?: SoakFault; isOut?: boolean; sabotage?: Sabotage }) {
  const taken: unknown[] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request, 1_000_000);
    taken.push(body.ok ? JSON.parse(body.value.toString()) : undefined);
    response.end(JSON.stringify({ Successful: [{ Id: '0' }] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(() => server.close());
  const done: DoneCall[] = [];
  const proxy = await startFaultProxy({
    api: 'sqs',
    upstream: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock: { now: () => 1_000 },
    faults: {
      first: (kinds) => kinds.find((kind) => kind === given.fault),
      delayMs: () => 0,
      isOut: () => given.isOut ?? false,
    },
    sabotage: given.sabotage,
    onDone: (call) => done.push(call),
  });
  undo.push(() => proxy.close());
  const call = async (operation: string) => {
    const input = { QueueUrl: 'http://x/1/EffectsQueue', Entries: [{ Id: '0', MessageBody: 'm' }] };
    try {
      const response = await fetch(proxy.endpoint, {
        method: 'POST',
        headers: { 'x-amz-target': `AmazonSQS.${operation}` },
        body: JSON.stringify(input),
      });
      return { status: response.status, body: (await response.json()) as object };
    } catch {
      return 'no answer';
    }
  };
  return { taken, done, call };
}

describe('the proxy before a server', () => {
  it.each([
    [undefined, 'SendMessageBatch', 200, 1],
    ['refused', 'SendMessageBatch', 500, 0],
    ['throttled', 'SendMessageBatch', 400, 0],
    ['cutShort', 'SendMessageBatch', 'no answer', 0],
    ['lostAnswer', 'SendMessageBatch', 'no answer', 1],
    ['halfAnswer', 'SendMessageBatch', 'no answer', 1],
    ['straggler', 'SendMessageBatch', 200, 1],
    ['sentTwice', 'SendMessageBatch', 200, 2],
    ['undeleted', 'DeleteMessageBatch', 200, 0],
    ['refused', 'CreateQueue', 200, 1],
  ] as const)(
    'lets %s befall %s: the client sees %s, the server takes %i',
    async (fault, operation, seen, times) => {
      const { taken, done, call } = await proxyWith(fault === undefined ? {} : { fault });

      const answer = await call(operation);

      expect(answer === 'no answer' ? answer : answer.status).toBe(seen);
      expect(taken).toHaveLength(times);
      expect(done).toHaveLength(times);
    },
  );

  it('answers nobody during an outage', async () => {
    const { taken, call } = await proxyWith({ isOut: true });

    expect(await call('SendMessageBatch')).toBe('no answer');
    expect(taken).toEqual([]);
  });

  it('lets a planted bug answer in the server’s place', async () => {
    const sabotage: Sabotage = {
      name: 'every second is lost',
      what: 'for this test',
      matches: ({ operation }) => operation === 'SendMessageBatch',
      each: 2,
      meddle: () => ({ status: 200, body: { Failed: [] } }),
    };
    const { taken, done, call } = await proxyWith({ sabotage });

    const answers = [await call('SendMessageBatch'), await call('SendMessageBatch')];

    expect(answers[1]).toEqual({ status: 200, body: { Failed: [] } });
    expect([taken.length, done.length]).toEqual([1, 1]);
  });
});

describe('the faults of a soak', () => {
  const drawn = (seed: number) => {
    const faults = new SoakFaults(seed, 'SQS', 0);
    return Array.from(
      { length: 2_000 },
      (_, n) => `${faults.first(['slow', 'refused'])} ${faults.isOut(n * 50)}`,
    );
  };

  it('are the same for the same seed, and others for another', () => {
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it('end with the repair', () => {
    const faults = new SoakFaults(1, 'SQS', 0);
    faults.isOn = false;

    const seen = Array.from(
      { length: 2_000 },
      (_, n) => faults.isOut(n * 50) || faults.first(['slow']) !== undefined,
    );

    expect(seen).not.toContain(true);
  });
});

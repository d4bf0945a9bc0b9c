import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { sendEntries } from '../../functions/adapters/sqs/send-entries.ts';
import { makeRetryIn } from '../../functions/handlers/wiring/retry-in.ts';
import { sqsDeadLetters } from '../../functions/handlers/wiring/sqs-dead-letters.ts';
import { freshQueue, sqsClientAt, startEmbeddedSqs } from '../support/embedded-sqs.ts';

const sqs = await startEmbeddedSqs();
const client = sqsClientAt(sqs.endpoint);

afterAll(async () => {
  client.destroy();
  await sqs.stop();
});

const target = () => {
  const { name, queueUrl } = freshQueue(sqs);
  const bodies = () => {
    const { ready, delayed, inflight } = sqs.inner.inspectQueue(name)!.messages;
    return {
      ready: [...ready, ...delayed].map(({ body }) => body).toSorted(),
      hidden: inflight.length,
    };
  };
  return { client, queueUrl, bodies };
};

const fill = (queue: ReturnType<typeof target>, count: number) =>
  sendEntries(
    queue,
    Array.from({ length: count }, (_, n) => ({ body: `letter-${String(n).padStart(2, '0')}` })),
  );

describe('redriving dead letters', () => {
  it('moves every letter as it is, and leaves none behind', async () => {
    const [dead, queue] = [target(), target()];
    await fill(dead, 23);

    const moved = await sqsDeadLetters(dead, queue).redrive(500);

    expect(moved).toBe(23);
    expect(queue.bodies().ready).toHaveLength(23);
    expect(new Set(queue.bodies().ready).size).toBe(23);
    expect(dead.bodies()).toEqual({ ready: [], hidden: 0 });
  });

  it('stops at its limit', async () => {
    const [dead, queue] = [target(), target()];
    await fill(dead, 15);

    const moved = await sqsDeadLetters(dead, queue).redrive(12);

    expect(moved).toBe(12);
    expect(queue.bodies().ready).toHaveLength(12);
    expect(dead.bodies().ready).toHaveLength(3);
  });

  it('keeps the letters that the queue did not take', async () => {
    const dead = target();
    await fill(dead, 2);
    const nowhere = { client, queueUrl: `${dead.queueUrl}-absent` };

    const moved = await sqsDeadLetters(dead, nowhere).redrive(10);

    expect(moved).toBe(0);
    expect(dead.bodies()).toEqual({ ready: [], hidden: 2 });
  });
});

describe('a message that failed', () => {
  it('comes back after the time it is given, not before', async () => {
    const queue = target();
    await fill(queue, 1);
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queue.queueUrl, VisibilityTimeout: 300 }),
    );
    const receiptHandle = Messages[0]?.ReceiptHandle ?? '';

    await makeRetryIn(queue)({ receiptHandle } as SQSRecord, 0.2);

    expect(queue.bodies()).toEqual({ ready: [], hidden: 1 });
    const again = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queue.queueUrl, WaitTimeSeconds: 5 }),
    );
    expect(again.Messages?.map(({ Body }) => Body)).toEqual(['letter-00']);
  });
});

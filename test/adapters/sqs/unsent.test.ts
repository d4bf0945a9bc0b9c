import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sqsEffectQueue } from '../../../functions/adapters/sqs/sqs-effect-queue.ts';
import { sqsWakeQueue } from '../../../functions/adapters/sqs/sqs-wake-queue.ts';
import { effectOf, idOf } from '../../contract/sample-record.ts';
import { freshQueue, sqsClientAt, startEmbeddedSqs } from '../../support/embedded-sqs.ts';

const wakes = Array.from({ length: 12 }, (_, n) => ({ ticketId: idOf(n), delaySeconds: n }));
const effects = Array.from({ length: 12 }, (_, n) => effectOf(idOf(n), 1));

describe('what could not be sent', () => {
  it('is everything when the server is gone', async () => {
    const sqs = await startEmbeddedSqs();
    const { queueUrl } = freshQueue(sqs);
    const target = { client: sqsClientAt(sqs.endpoint), queueUrl };
    await sqs.stop();

    const unsent = [await sqsWakeQueue(target).send(wakes), await sqsEffectQueue(target).send(effects)];

    expect(unsent).toEqual([wakes.map(({ ticketId }) => ticketId), effects.map(({ id }) => id)]);
  });

  it('is everything when there is no such queue', async () => {
    const sqs = await startEmbeddedSqs();
    const target = { client: sqsClientAt(sqs.endpoint), queueUrl: `${sqs.endpoint}/000000000000/none` };

    const unsent = await sqsEffectQueue(target).send(effects);

    await sqs.stop();
    expect(unsent).toEqual(effects.map(({ id }) => id));
  });

  it('is what the server refused or did not mention of a batch, no more', async () => {
    const server = await startRefusing({ refused: '3', forgotten: '11' });
    const target = { client: sqsClientAt(server.endpoint), queueUrl: `${server.endpoint}/000000000000/any` };

    const unsent = [await sqsWakeQueue(target).send(wakes), await sqsEffectQueue(target).send(effects)];

    await server.stop();
    expect(unsent).toEqual([
      [idOf(3), idOf(11)],
      [`${idOf(3)}.1`, `${idOf(11)}.1`],
    ]);
  });
});

const batch = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) });

/** A server of batch sends that refuses one entry by its id and says nothing of another: fauxqs takes them all. */
async function startRefusing({ refused, forgotten }: { refused: string; forgotten: string }) {
  const server = createServer(async (incoming, outgoing) => {
    const { Entries: entries } = batch.parse(JSON.parse((await incoming.toArray()).join('')));
    const taken = entries.filter(({ Id }) => Id !== refused && Id !== forgotten);
    const failed = entries.filter(({ Id }) => Id === refused);
    outgoing.setHeader('content-type', 'application/x-amz-json-1.0');
    outgoing.end(
      JSON.stringify({
        Successful: taken.map(({ Id, MessageBody }) => ({
          Id,
          MessageId: `m-${Id}`,
          MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
        })),
        Failed: failed.map(({ Id }) => ({ Id, SenderFault: false, Code: 'InternalError' })),
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

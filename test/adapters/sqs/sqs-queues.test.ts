import { afterAll } from 'vitest';
import { sqsBoardQueue } from '../../../functions/adapters/sqs/sqs-board-queue.ts';
import { sqsEffectQueue } from '../../../functions/adapters/sqs/sqs-effect-queue.ts';
import { sqsWakeQueue } from '../../../functions/adapters/sqs/sqs-wake-queue.ts';
import {
  boardQueueContract,
  effectQueueContract,
  wakeQueueContract,
} from '../../contract/queues.contract.ts';
import { freshQueue, sqsClientAt, startEmbeddedSqs } from '../../support/embedded-sqs.ts';

const sqs = await startEmbeddedSqs();
const client = sqsClientAt(sqs.endpoint);

afterAll(async () => {
  client.destroy();
  await sqs.stop();
});

/** What lies in a queue, visible already or not. */
async function lyingIn(name: string) {
  const { ready, delayed } = sqs.inner.inspectQueue(name)!.messages;
  return [...ready, ...delayed].map(({ body, sentTimestamp, delayUntil = sentTimestamp }) => ({
    body,
    delaySeconds: Math.round((delayUntil - sentTimestamp) / 1_000),
  }));
}

wakeQueueContract('the wake queue on fauxqs', async () => {
  const { name, queueUrl } = freshQueue(sqs);
  return { queue: sqsWakeQueue({ client, queueUrl }), lying: () => lyingIn(name) };
});

effectQueueContract('the effect queue on fauxqs', async () => {
  const { name, queueUrl } = freshQueue(sqs);
  return { queue: sqsEffectQueue({ client, queueUrl }), lying: () => lyingIn(name) };
});

boardQueueContract('the board queue on fauxqs', async () => {
  const { name, queueUrl } = freshQueue(sqs);
  return { queue: sqsBoardQueue({ client, queueUrl }), lying: () => lyingIn(name) };
});

import { DeleteMessageCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { type SqsTarget, sendEntries } from '../../adapters/sqs/send-entries.ts';
import type { DeadLetters } from '../../ports/dead-letters.ts';

/** Most messages SQS hands over at once. */
const receiveMax = 10;
/** A message being moved is hidden this long; if this function dies, it shows again. */
const hiddenSeconds = 60;

/** The dead letters of a queue of SQS. A message is deleted there only once the queue has taken it: at worst it is there twice. */
export const sqsDeadLetters = (from: SqsTarget, to: SqsTarget): DeadLetters => ({
  async redrive(max) {
    let moved = 0;
    while (moved < max) {
      const messages = await receive(from, Math.min(receiveMax, max - moved));
      if (messages.length === 0) break;
      const unsent = await sendEntries(
        to,
        messages.map(({ Body = '' }) => ({ body: Body })),
      );
      const sent = messages.filter((_, n) => !unsent.has(n));
      await Promise.all(sent.map((message) => remove(from, message)));
      moved += sent.length;
      if (unsent.size > 0) break;
    }
    return moved;
  },
});

async function receive({ client, queueUrl }: SqsTarget, count: number): Promise<readonly Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: count,
      VisibilityTimeout: hiddenSeconds,
      WaitTimeSeconds: 1,
    }),
  );
  return Messages;
}

const remove = ({ client, queueUrl }: SqsTarget, { ReceiptHandle }: Message) =>
  client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));

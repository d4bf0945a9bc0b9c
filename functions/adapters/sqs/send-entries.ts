import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Entry, toBatches } from './to-batches.ts';

/** The queue and the client that reaches it. */
export interface SqsTarget {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** Batches on their way at once. */
const inFlightMax = 8;

/**
 * Sends messages in batches.
 *
 * @returns the numbers of the entries the server did not confirm, be it one entry or a whole call that failed; some of
 *   them may have arrived all the same, and are sent again
 */
export async function sendEntries(
  target: SqsTarget,
  entries: readonly Entry[],
): Promise<ReadonlySet<number>> {
  const unsent = new Set(entries.keys());
  const batches = toBatches(entries).values();
  const sendRest = async () => {
    for (const batch of batches) {
      for (const n of await confirmed(target, batch)) unsent.delete(n);
    }
  };
  await Promise.all(Array.from({ length: inFlightMax }, sendRest));
  return unsent;
}

async function confirmed({ client, queueUrl }: SqsTarget, batch: readonly (Entry & { n: number })[]) {
  const command = new SendMessageBatchCommand({
    QueueUrl: queueUrl,
    Entries: batch.map(({ n, body, delaySeconds }) => ({
      Id: String(n),
      MessageBody: body,
      DelaySeconds: delaySeconds,
    })),
  });
  const answer = await client.send(command).catch(() => undefined);
  return (answer?.Successful ?? []).map(({ Id }) => Number(Id));
}

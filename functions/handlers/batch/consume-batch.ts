import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Telemetry } from '../../http/observability.ts';

/**
 * Does each message of a batch by itself, all at once. A message that fails is reported to the queue, which brings it
 * back and in the end puts it among the dead letters; it is never swallowed, and the others are not repeated for it.
 */
export async function consumeBatch(
  event: SQSEvent,
  telemetry: Telemetry,
  consume: (record: SQSRecord) => Promise<void>,
): Promise<SQSBatchResponse> {
  const outcomes = await Promise.allSettled(event.Records.map(async (record) => consume(record)));
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const [index, record] of event.Records.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status !== 'rejected') continue;
    const { messageId } = record;
    batchItemFailures.push({ itemIdentifier: messageId });
    telemetry.error('message failed', { messageId, receives: receivesOf(record) }, outcome.reason);
  }
  if (batchItemFailures.length > 0) telemetry.measure('MessagesFailed', batchItemFailures.length);
  telemetry.flush();
  return { batchItemFailures };
}

/** How often a message was received, this time included. */
export const receivesOf = ({ attributes }: SQSRecord): number =>
  Number(attributes.ApproximateReceiveCount) || 1;

import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import type { SqsTarget } from '../../adapters/sqs/send-entries.ts';

/** A receiver may ask to be left alone for this long; what it asks beyond is not heard. */
const delayMaxSeconds = 3_600;

/** Hides a message that failed for so many seconds, so that SQS brings it back then. */
export const makeRetryIn =
  ({ client, queueUrl }: SqsTarget) =>
  async ({ receiptHandle }: SQSRecord, seconds: number): Promise<void> => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: Math.max(1, Math.min(Math.ceil(seconds), delayMaxSeconds)),
      }),
    );
  };

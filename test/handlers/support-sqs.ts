import type { SQSEvent } from 'aws-lambda';

/** A batch as the event source mapping hands it over: one body a message, numbered from 0. */
export const sqsEvent = (bodies: readonly string[], receives = 1): SQSEvent =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `message-${n}`,
      receiptHandle: `receipt-${n}`,
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
    })),
  }) as unknown as SQSEvent;

import {
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { region } from './aws-names.ts';
import type { LocalQueue } from './create-queues.ts';
import type { FunctionPool } from './functions/function-pool.ts';

const waitSeconds = 20;
const retryAfterMs = 500;
/** A pause after a batch that was not full lets the next one gather: a receive costs as much as the work. */
const gatherMs = 10;
const day = 24 * 60 * 60 * 1_000;

const report = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish(),
});

/** A queue that feeds a function, as the template's event source mapping says. */
export interface EventSource {
  readonly queue: LocalQueue;
  readonly queueArn: string;
  readonly pool: FunctionPool;
  readonly batchMax: number;
  /** Batches worked on at once. */
  readonly concurrencyMax: number;
  readonly reportsItemFailures: boolean;
}

/**
 * Polls until `signal` aborts, and resolves when the batches under way are done: receives a batch, runs the function on
 * it, deletes what succeeded. What failed is left alone, so that it comes back after the queue's visibility timeout and
 * ends in its dead-letter queue.
 */
export async function pollQueue(source: EventSource, client: SQSClient, signal: AbortSignal): Promise<void> {
  const underWay = new Set<Promise<void>>();
  while (!signal.aborted) {
    try {
      const messages = await receive(source, client, signal);
      if (messages.length > 0) {
        const batch = work(source, client, messages).finally(() => underWay.delete(batch));
        underWay.add(batch);
      }
      if (underWay.size >= source.concurrencyMax) await Promise.race(underWay);
      if (messages.length < source.batchMax) await pause(gatherMs);
    } catch {
      if (!signal.aborted) await pause(retryAfterMs);
    }
  }
  await Promise.allSettled(underWay);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function receive(
  source: EventSource,
  client: SQSClient,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: source.queue.url,
      MaxNumberOfMessages: Math.min(source.batchMax, 10),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
    { abortSignal: signal },
  );
  return Messages;
}

/** Runs the function on one batch and deletes what is done. What cannot be deleted is delivered again. */
async function work(source: EventSource, client: SQSClient, messages: readonly Message[]): Promise<void> {
  const oldestAt = Date.now() - source.queue.retentionMs;
  const fresh = messages.filter(({ Attributes }) => Number(Attributes?.SentTimestamp) >= oldestAt);
  const expired = messages.filter((message) => !fresh.includes(message));
  const done = fresh.length === 0 ? [] : await succeeded(source, fresh);
  await remove(source, client, [...expired, ...done]).catch(() => undefined);
}

async function succeeded(source: EventSource, messages: readonly Message[]): Promise<readonly Message[]> {
  const event = { Records: messages.map((message) => toRecord(message, source.queueArn)) };
  const result = await source.pool.invoke(JSON.stringify(event), day);
  if (!result.ok) return [];
  if (!source.reportsItemFailures) return messages;
  const parsed = report.nullable().safeParse(JSON.parse(result.value));
  if (!parsed.success) return [];
  const failed = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  // An identifier that is in no record means that the report is wrong, and Lambda then keeps the whole batch.
  if (failed.some((id) => !known.has(id))) return [];
  return messages.filter(({ MessageId }) => !failed.includes(MessageId ?? ''));
}

async function remove(source: EventSource, client: SQSClient, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: source.queue.url, Entries }));
}

const toRecord = (message: Message, queueArn: string): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  attributes: (message.Attributes ?? {}) as unknown as SQSRecord['attributes'],
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [name, toAttribute(value)]),
  ),
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
});

const toAttribute = ({ DataType, StringValue, BinaryValue }: MessageAttributeValue) => ({
  dataType: DataType ?? 'String',
  ...(StringValue === undefined ? {} : { stringValue: StringValue }),
  ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
});

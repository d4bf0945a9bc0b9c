import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { Agenda } from '../engine/agenda.ts';
import type { Message, SimQueue } from '../ports/sim-queue.ts';
import type { FunctionHost } from './function-host.ts';

/** A function that works on batches of a queue. */
export type Consumer = (event: SQSEvent, stopAt: EpochMs) => Promise<SQSBatchResponse>;

/** A batch gathers for so long. */
const gatherMs = 20;
/** No instance is free: look again after this. */
const lookAgainMs = 500;

/**
 * Feeds a queue to its function: a batch at a time to each instance; what the function reports as failed, and the whole
 * batch of one that died, is left to come back by itself.
 */
export function feed(queue: SimQueue, host: FunctionHost<Consumer>, agenda: Agenda, batchMax: number): void {
  let isWaiting = false;
  const lookIn = (ms: number) => {
    if (isWaiting) return;
    isWaiting = true;
    agenda.in(ms, () => {
      isWaiting = false;
      take();
    });
  };
  const take = () => {
    const messages = queue.receive(batchMax);
    if (messages.length === 0) return;
    host.invoke<SQSBatchResponse>(
      (consume, stopAt) => consume({ Records: messages.map(toRecord) }, stopAt),
      (invoked) => {
        if (invoked.outcome === 'tooMany') {
          for (const message of messages) {
            message.receives -= 1;
            queue.hide(message, lookAgainMs);
          }
          return;
        }
        if (invoked.outcome !== 'answered') return;
        const failed = new Set(invoked.answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        for (const message of messages) if (!failed.has(message.id)) queue.remove(message);
      },
    );
    lookIn(gatherMs);
  };
  queue.onVisible = () => lookIn(gatherMs);
}

const toRecord = ({ id, body, receives }: Message): SQSRecord =>
  ({
    messageId: id,
    receiptHandle: id,
    body,
    attributes: { ApproximateReceiveCount: String(receives) },
  }) as unknown as SQSRecord;

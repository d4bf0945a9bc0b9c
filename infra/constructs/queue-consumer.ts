import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { acknowledge } from '../acknowledge.ts';
import type { ServiceFunction } from './service-function.ts';

/** What Lambda does to a queue in the name of the function it feeds. */
const pollActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/**
 * Feeds `queue` to `consumer`, which reports the single messages it failed on. The construct is CDK's own;
 * this function exists so that no consumer is ever attached without `reportBatchItemFailures`.
 */
export function consumeQueue(props: {
  consumer: ServiceFunction;
  queue: Queue;
  batchMax: number;
  concurrencyMax: number;
  /** Whether the consumer itself says when a message comes back. */
  delaysMessages: boolean;
}): void {
  const { consumer, queue } = props;
  const delay = props.delaysMessages ? ['sqs:ChangeMessageVisibility'] : [];
  consumer.allow([...pollActions, ...delay], queue.queueArn);
  const mapping = new EventSourceMapping(consumer, 'Source', {
    target: consumer.function,
    eventSourceArn: queue.queueArn,
    batchSize: props.batchMax,
    maxConcurrency: props.concurrencyMax,
    reportBatchItemFailures: true,
  });
  acknowledge(mapping, 'queueRedrives');
}

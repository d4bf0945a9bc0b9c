import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * Feeds `queue` to `consumer`, which reports the single messages it failed on. The construct is CDK's own;
 * this function exists so that no consumer is ever attached without `reportBatchItemFailures`.
 */
export function consumeQueue(props: {
  consumer: LambdaFunction;
  queue: Queue;
  batchMax: number;
  concurrencyMax: number;
}): void {
  props.consumer.addEventSource(
    new SqsEventSource(props.queue, {
      batchSize: props.batchMax,
      maxConcurrency: props.concurrencyMax,
      reportBatchItemFailures: true,
    }),
  );
}

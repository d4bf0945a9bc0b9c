import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/** SQS receives a message again after this many timeouts of its consumer, as AWS advises for Lambda. */
const timeoutsPerVisibility = 6;

/** A queue with its dead-letter queue, for which the stack keeps an alarm. */
export class WatchedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(props: {
    scope: Construct;
    id: string;
    consumerTimeout: Duration;
    retention: Duration;
    receivesMax: number;
  }) {
    super(props.scope, props.id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    acknowledge(this.deadLetters, 'lastStop');
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(timeoutsPerVisibility * props.consumerTimeout.toSeconds()),
      retentionPeriod: props.retention,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.receivesMax },
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

/** Runs a function once a minute. A missed run is not retried: the next minute's run does its work. */
export class MinuteSchedule extends Construct {
  constructor(props: { scope: Construct; id: string; target: LambdaFunction; description: string }) {
    super(props.scope, props.id);
    new Schedule(this, 'Schedule', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(props.target, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
      description: props.description,
    });
  }
}

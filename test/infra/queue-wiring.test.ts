import { describe, expect, it } from 'vitest';
import { resourcesOf } from './support/resources-of.ts';

describe('the queues', () => {
  const queues = resourcesOf('AWS::SQS::Queue');

  it('keep messages, give them back and give up as their consumers need', () => {
    const settings = [...queues].map(([id, properties]) => {
      const { MessageRetentionPeriod, VisibilityTimeout, RedrivePolicy } = properties;
      return [id, MessageRetentionPeriod, VisibilityTimeout, RedrivePolicy];
    });
    const days = 86_400;
    const redrive = (name: string, maxReceiveCount: number) => ({
      deadLetterTargetArn: `${name}DeadLetters.Arn`,
      maxReceiveCount,
    });

    expect(settings).toEqual([
      ['WakeDeadLetters', 14 * days, undefined, undefined],
      ['WakeQueue', 15 * 60, 180, redrive('Wake', 5)],
      ['EffectsDeadLetters', 14 * days, undefined, undefined],
      ['EffectsQueue', 14 * days, 360, redrive('Effects', 8)],
      ['BoardsDeadLetters', 14 * days, undefined, undefined],
      ['BoardsQueue', days, 1_800, redrive('Boards', 5)],
    ]);
  });

  it('refuse plain HTTP each by a policy of its own', () => {
    const policies = [...resourcesOf('AWS::SQS::QueuePolicy').values()].map((policy) => {
      const { Queues, PolicyDocument } = policy as {
        Queues: string[];
        PolicyDocument: { Statement: unknown };
      };
      return [Queues, PolicyDocument.Statement];
    });

    expect(policies).toEqual(
      [...queues.keys()].map((queue) => [
        [queue],
        [
          {
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Resource: `${queue}.Arn`,
          },
        ],
      ]),
    );
  });

  it('feed each its own consumer', () => {
    const feeds = [...resourcesOf('AWS::Lambda::EventSourceMapping').values()].map((mapping) => {
      const { EventSourceArn, FunctionName, BatchSize, ScalingConfig } = mapping;
      return [EventSourceArn, FunctionName, BatchSize, ScalingConfig];
    });

    expect(feeds.sort()).toEqual([
      ['BoardsQueue.Arn', 'BoardFunction', 1, { MaximumConcurrency: 2 }],
      ['EffectsQueue.Arn', 'DeliverFunction', 5, { MaximumConcurrency: 20 }],
      ['WakeQueue.Arn', 'WakeFunction', 10, { MaximumConcurrency: 20 }],
    ]);
  });
});

it.each(['Sweep', 'Watch'])(
  'the schedule %s runs its function each minute, and misses rather than repeats',
  (name) => {
    expect(resourcesOf('AWS::Scheduler::Schedule').get(`${name}Schedule`)).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: `${name}Function.Arn`,
        RoleArn: `${name}Role.Arn`,
        RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
      },
    });
  },
);

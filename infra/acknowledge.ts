import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Findings of the rule packs that stand, each with the reason why it does. What is not here stops the synthesis. */
export const standing = {
  tracesHaveNoResource: {
    id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
    reason:
      'xray:PutTraceSegments and PutTelemetryRecords take no resource; nothing else is allowed on all resources.',
  },
  noTracesInChina: {
    id: 'Serverless::Serverless-LambdaTracing',
    reason: 'X-Ray does not work with Lambda in the Chinese regions (stacks/region-facts.ts has the source).',
  },
  openToAll: {
    id: 'AwsSolutions::AwsSolutions-APIG4',
    reason: 'The route is open in the route table: it tells what is public anyway and nothing of any ticket.',
  },
  lastStop: {
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'This is a dead-letter queue itself; an alarm tells of its first message.',
  },
  failuresComeBack: {
    id: 'Serverless::Serverless-LambdaDLQ',
    reason:
      'Nothing invokes it asynchronously and is owed an answer: callers of the API are told, messages go to the dead-letter queue of their queue, and the next minute’s sweep does what a failed one left.',
  },
  queueRedrives: {
    id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
    reason: 'A mapping of SQS takes no destination: the queue’s own redrive policy catches what fails.',
  },
} as const satisfies Record<string, { readonly id: string; readonly reason: string }>;

/** Acknowledges a finding on one construct and what is below it. */
export const acknowledge = (construct: IConstruct, finding: keyof typeof standing): void =>
  Validations.of(construct).acknowledge(standing[finding]);

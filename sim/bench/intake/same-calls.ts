import {
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, type SendMessageBatchCommandInput } from '@aws-sdk/client-sqs';
import type { Call } from './call-log.ts';
import type { IntakeBench } from './open-bench.ts';

/** The calls of one intake, ready to be made with nothing else around them. */
export type SameCalls = () => Promise<void>;

/**
 * Makes the very calls one intake made, for another ticket: same conditions, same attributes, same sizes, same order.
 * Everything is ready before the clock starts, so that what is timed is the SDK and the servers alone.
 */
export function sameCalls(
  bare: IntakeBench['bare'],
  calls: readonly Call[],
  rename: { readonly from: string; readonly to: string },
): SameCalls {
  const steps = calls.map(({ name, input }) => {
    const renamed: unknown = JSON.parse(JSON.stringify(input).replaceAll(rename.from, rename.to));
    switch (name) {
      case 'GetItemCommand':
        return () => bare.dynamodb.send(new GetItemCommand(renamed as GetItemCommandInput));
      case 'QueryCommand':
        return () => bare.dynamodb.send(new QueryCommand(renamed as QueryCommandInput));
      case 'PutItemCommand':
        return () => bare.dynamodb.send(new PutItemCommand(renamed as PutItemCommandInput));
      case 'UpdateItemCommand':
        return () => bare.dynamodb.send(new UpdateItemCommand(renamed as UpdateItemCommandInput));
      case 'SendMessageBatchCommand':
        return () => bare.sqs.send(new SendMessageBatchCommand(renamed as SendMessageBatchCommandInput));
      default:
        throw new Error(`an intake made a call nobody expected: ${name}`);
    }
  });
  return async () => {
    for (const step of steps) await step();
  };
}

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** The clause a write makes: what it expects to find. */
export interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

/** Nothing has this key yet. */
export const isNew: Condition = { ConditionExpression: 'attribute_not_exists(pk)' };

/** Something has this key. */
export const isThere: Condition = { ConditionExpression: 'attribute_exists(pk)' };

/** The item stands at revision `rev`. */
export const isAt = (rev: number): Condition => ({
  ConditionExpression: '#rev = :expectedRev',
  ExpressionAttributeNames: { '#rev': 'rev' },
  ExpressionAttributeValues: { ':expectedRev': rev },
});

/** The item is new or of an earlier revision than `rev`. */
export const isOlderThan = (rev: number): Condition => ({
  ConditionExpression: 'attribute_not_exists(pk) OR #rev < :givenRev',
  ExpressionAttributeNames: { '#rev': 'rev' },
  ExpressionAttributeValues: { ':givenRev': rev },
});

/**
 * Whether the condition of a write held; every other failure is thrown. The client sends a write again when its answer
 * was lost, so `false` can also mean that the same write had already got through.
 */
export async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) return false;
    throw cause;
  }
}

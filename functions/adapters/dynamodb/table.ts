import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The table and the client that reaches it. */
export interface Table {
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
}

/** An item as the document client gives it, not yet checked. */
export type Item = Readonly<Record<string, unknown>>;

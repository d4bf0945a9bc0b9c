import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Resolve } from './resolve-intrinsics.ts';
import { resourcesOf, type Template } from './template.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const properties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
});

/**
 * Creates the template's tables with their indexes, unless the data folder has them. A table of another shape stops the
 * start, because its items would be missing from new indexes.
 */
export async function createTables(props: {
  template: Template;
  resolve: Resolve;
  client: DynamoDBClient;
}): Promise<void> {
  for (const { id, properties: raw } of resourcesOf(props.template, 'AWS::DynamoDB::Table')) {
    const wanted = properties.parse(props.resolve(raw));
    const existing = await describe(props.client, id);
    if (existing === undefined) {
      await props.client.send(
        new CreateTableCommand({
          ...wanted,
          TableName: id,
          BillingMode: 'PAY_PER_REQUEST',
        } as CreateTableCommandInput),
      );
    } else if (existing !== shapeOf(wanted.GlobalSecondaryIndexes)) {
      throw new Error('the data folder holds a table of another shape; start once with --fresh to empty it');
    }
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return shapeOf(Table?.GlobalSecondaryIndexes ?? []);
  } catch (cause) {
    if (cause instanceof ResourceNotFoundException) return undefined;
    throw cause;
  }
}

type IndexLike = {
  IndexName?: string | undefined;
  KeySchema?: readonly { AttributeName?: string | undefined }[] | undefined;
  Projection?: { NonKeyAttributes?: readonly string[] | undefined } | undefined;
};

const shapeOf = (indexes: readonly IndexLike[]): string =>
  indexes
    .map(({ IndexName, KeySchema, Projection }) => {
      const keys = (KeySchema ?? []).map(({ AttributeName }) => AttributeName);
      return [IndexName, ...keys, ...(Projection?.NonKeyAttributes ?? []).toSorted()].join(' ');
    })
    .sort()
    .join('\n');

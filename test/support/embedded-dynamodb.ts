import { CreateTableCommand, DescribeTableCommand, ScalarAttributeType } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeDocumentClient } from '../../functions/adapters/dynamodb/make-document-client.ts';
import { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';
import { credentials, region } from '../../infra/local/aws-names.ts';
import { type EmbeddedServer, startDynamodb } from '../../infra/local/embedded-dynamodb.ts';

let tables = 0;

/** Starts dynalite in memory on a free port of the loopback. */
export const startDynalite = (): Promise<EmbeddedServer> => startDynamodb({});

/** A document client as functions make it, for an embedded server. */
export const documentsAt = (endpoint: string): DynamoDBDocumentClient =>
  makeDocumentClient({ endpoint, region, credentials });

/** Creates an empty table of the service's shape. Returns its name. */
export async function freshTable(endpoint: string): Promise<string> {
  tables += 1;
  const name = `tickets-${tables}`;
  const { partitionKey, sortKey, indexes } = tableShape;
  const keys = [
    { name: partitionKey, type: 'S' },
    { name: sortKey, type: 'S' },
    ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey]),
  ] as const;
  const documents = documentsAt(endpoint);
  await documents.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(partitionKey, sortKey),
      AttributeDefinitions: keys.map(({ name: AttributeName, type }) => ({
        AttributeName,
        AttributeType: ScalarAttributeType[type],
      })),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keySchema(index.partitionKey.name, index.sortKey.name),
        Projection:
          index.projected.length === 0
            ? { ProjectionType: 'KEYS_ONLY' as const }
            : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projected] },
      })),
    }),
  );
  await becomesActive(documents, name);
  documents.destroy();
  return name;
}

/** The server answers before the table takes writes. */
async function becomesActive(documents: DynamoDBDocumentClient, name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { Table: table } = await documents.send(new DescribeTableCommand({ TableName: name }));
    if (table?.TableStatus === 'ACTIVE') return;
  }
  throw new Error(`the embedded server did not make ${name} active`);
}

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

import { CreateTableCommand, ScalarAttributeType } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../functions/adapters/dynamodb/table.ts';
import { type TableShape, tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';

type Key = TableShape['indexes'][string]['partitionKey'];

/** Creates the service's table, with all its indexes, on an empty embedded server. */
export const createTable = async ({ documents, name }: Table): Promise<void> => {
  const { partitionKey, sortKey, indexes }: TableShape = tableShape;
  const own: readonly Key[] = [
    { name: partitionKey, type: 'S' },
    { name: sortKey, type: 'S' },
  ];
  const keys = [...own, ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey])];
  await documents.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(partitionKey, sortKey),
      AttributeDefinitions: keys.map((key) => ({
        AttributeName: key.name,
        AttributeType: ScalarAttributeType[key.type],
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
};

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

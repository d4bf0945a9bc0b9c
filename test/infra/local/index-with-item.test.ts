import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexWithItem } from '../../../infra/local/index-with-item.ts';

const fromServer = createRequire(createRequire(import.meta.url).resolve('dynalite'));
type Operations = readonly { readonly type: string; readonly key: string }[];
const level: { batch(operations: Operations): Promise<void> } = fromServer('level').Level.prototype;
const TableName = 'tickets';
const Key = { pk: 'a' };

describe('the embedded server on disk', () => {
  const path = mkdtempSync(join(tmpdir(), 'index-with-item-'));
  let stop = async () => {};
  let documents: DynamoDBDocumentClient;

  beforeAll(async () => {
    indexWithItem();
    const server = dynalite({ path, createTableMs: 0 });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'local',
      maxAttempts: 1,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    documents = DynamoDBDocumentClient.from(client);
    const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
    const hash = (AttributeName: string) => [{ AttributeName, KeyType: 'HASH' as const }];
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [attribute('pk'), attribute('wake')],
        KeySchema: hash('pk'),
        GlobalSecondaryIndexes: [
          { IndexName: 'wake', KeySchema: hash('wake'), Projection: { ProjectionType: 'KEYS_ONLY' } },
        ],
      }),
    );
    stop = () => new Promise((resolve) => server.close(() => resolve()));
  });

  afterAll(async () => {
    await stop();
    rmSync(path, { recursive: true, force: true });
  });

  const inIndex = async (wake: string) => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName,
        IndexName: 'wake',
        KeyConditionExpression: 'wake = :wake',
        ExpressionAttributeValues: { ':wake': wake },
      }),
    );
    return Items.length;
  };

  it('moves an item through its index as it is put, updated and deleted', async () => {
    await documents.send(new PutCommand({ TableName, Item: { ...Key, wake: 'soon' } }));
    expect([await inIndex('soon'), await inIndex('later')]).toEqual([1, 0]);

    await documents.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET wake = :later',
        ExpressionAttributeValues: { ':later': 'later' },
      }),
    );
    expect([await inIndex('soon'), await inIndex('later')]).toEqual([0, 1]);

    await documents.send(new DeleteCommand({ TableName, Key }));
    expect(await inIndex('later')).toBe(0);
  });

  it('writes an item and the entries that lead to it in one batch, so that a kill takes both or neither', async () => {
    await documents.send(new PutCommand({ TableName, Item: { ...Key, wake: 'soon' } }));
    const { batch } = level;
    const batches: string[][] = [];
    level.batch = function (operations) {
      batches.push(operations.map(({ type, key }) => `${type} ${key.split('~')[0]}`));
      return batch.call(this, operations);
    };
    try {
      await documents.send(new PutCommand({ TableName, Item: { ...Key, wake: 'later' } }));
    } finally {
      level.batch = batch;
    }

    expect(batches).toEqual([['del index-global', 'put index-global', 'put item-tickets']]);
    expect([await inIndex('soon'), await inIndex('later')]).toEqual([0, 1]);
  });
});

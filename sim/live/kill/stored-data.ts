import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { type NativeAttributeValue, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import { credentials, region } from '../../../infra/local/aws-names.ts';
import { startDynamodb } from '../../../infra/local/embedded-dynamodb.ts';

/** What the data folder of a stopped host holds, read without the service's own code. */
export interface StoredData {
  /** Source keys of all ticket items, one an item. */
  readonly sourceKeys: readonly string[];
  /** Effects that tickets still owe. */
  readonly owed: number;
  /** Keys of the items that views and ledger entries became: `T#ticket/UNIT#unit` and `L#unit#month/id`. */
  readonly keys: ReadonlySet<string>;
  /** Messages by queue. */
  readonly messages: ReadonlyMap<string, number>;
}

/** Opens the folder and reads every item and message. The host must have ended. */
export async function readStoredData(dataDir: string): Promise<StoredData> {
  const server = await startDynamodb({ path: join(dataDir, 'dynamodb') });
  const documents = makeDocumentClient({ endpoint: server.endpoint, region, credentials });
  const sourceKeys: string[] = [];
  const keys = new Set<string>();
  let owed = 0;
  try {
    const { TableNames: [TableName] = [] } = await documents.send(new ListTablesCommand({}));
    let ExclusiveStartKey: Record<string, NativeAttributeValue> | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({
          TableName,
          ProjectionExpression: 'pk, sk, sourceKey, owed',
          ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
        }),
      );
      for (const { pk, sk, sourceKey, owed: unsent } of page.Items ?? []) {
        keys.add(`${pk}/${sk}`);
        if (sk !== 'TICKET') continue;
        sourceKeys.push(String(sourceKey));
        owed += (unsent as readonly unknown[]).length;
      }
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
  } finally {
    documents.destroy();
    await server.stop();
  }
  return { sourceKeys, owed, keys, messages: readQueues(join(dataDir, 'sqs', 'fauxqs.db')) };
}

function readQueues(path: string): ReadonlyMap<string, number> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database
      .prepare(
        'SELECT q.name AS name, count(m.message_id) AS held FROM sqs_queues q LEFT JOIN sqs_messages m ON m.queue_name = q.name GROUP BY q.name',
      )
      .all();
    return new Map(rows.map(({ name, held }) => [String(name), Number(held)]));
  } finally {
    database.close();
  }
}

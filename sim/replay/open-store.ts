import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoTicketStore } from '../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { makeDocumentClient } from '../../functions/adapters/dynamodb/make-document-client.ts';
import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { credentials, region } from '../../infra/local/aws-names.ts';
import { startDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { createTable } from './create-table.ts';

/** The stores a replay can run on. `dynalite`: the embedded server of the DynamoDB API. */
export const storeNames = ['dynalite', 'memory'] as const;
export type StoreName = (typeof storeNames)[number];

export type OpenStore = { readonly store: TicketStore; readonly close: () => Promise<void> };

/** Opens an empty store. The embedded server keeps its data in a folder of its own that `close` removes. */
export const openStore = async (name: StoreName): Promise<OpenStore> => {
  if (name === 'memory') return { store: memoryTicketStore(), close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'citywhistle-replay-'));
  const server = await startDynamodb({ path: folder });
  const documents = makeDocumentClient({ endpoint: server.endpoint, region, credentials });
  const table = { documents, name: 'replay' };
  await createTable(table);
  return {
    store: dynamoTicketStore(table),
    close: async () => {
      documents.destroy();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
};

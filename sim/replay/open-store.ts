import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoTicketStore } from '../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { makeDocumentClient } from '../../functions/adapters/dynamodb/make-document-client.ts';
import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { credentials, region } from '../../infra/local/aws-names.ts';
import { createTable } from '../../infra/local/create-table.ts';
import { startDynamodb } from '../../infra/local/embedded-dynamodb.ts';

/** The stores a replay can run on. `dynalite`: the embedded server of the DynamoDB API. */
export const storeNames = ['dynalite', 'memory'] as const;
export type StoreName = (typeof storeNames)[number];

export type OpenStore = { readonly store: TicketStore; readonly close: () => Promise<void> };

/**
 * Opens an empty store. The embedded server keeps its data in a folder of its own, so that a large file does not have
 * to fit in memory; `close` removes it, and so does the end of the process when it is broken off.
 */
export const openStore = async (name: StoreName): Promise<OpenStore> => {
  if (name === 'memory') return { store: memoryTicketStore(), close: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'citywhistle-replay-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const server = await startDynamodb({ path: folder });
  const documents = makeDocumentClient({ endpoint: server.endpoint, region, credentials });
  const table = { documents, name: 'replay' };
  await createTable(table);
  return {
    store: dynamoTicketStore(table),
    close: async () => {
      documents.destroy();
      await server.stop();
      process.off('exit', remove);
      remove();
    },
  };
};

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { credentials, region } from '../../../infra/local/aws-names.ts';
import { createTable } from '../../../infra/local/create-table.ts';
import type { Endpoints } from './servers.ts';

/** An empty table of the service on an embedded server that runs in a process of its own. */
export async function openEmbeddedTable(): Promise<{ readonly table: Table; close(): Promise<void> }> {
  const servers = fork(join(import.meta.dirname, 'servers.ts'), { stdio: 'inherit' });
  const [{ dynamodb }] = (await once(servers, 'message')) as [Endpoints];
  const documents = makeDocumentClient({ region, credentials, endpoint: dynamodb });
  const table = { documents, name: 'tickets' };
  await createTable(table);
  return {
    table,
    async close() {
      documents.destroy();
      servers.disconnect();
      await once(servers, 'exit');
    },
  };
}

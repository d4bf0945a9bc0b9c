import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoBoardStore } from '../../../functions/adapters/dynamodb/dynamo-board-store.ts';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { dynamoWebhookStore } from '../../../functions/adapters/dynamodb/dynamo-webhook-store.ts';
import type { EmbeddedServer } from '../../../infra/local/embedded-dynamodb.ts';
import { boardStoreContract } from '../../contract/board-store.contract.ts';
import { ticketStoreContract } from '../../contract/ticket-store.contract.ts';
import { webhookStoreContract } from '../../contract/webhook-store.contract.ts';
import { documentsAt, freshTable } from '../../support/embedded-dynamodb.ts';
import { dynoxideMissing, startDynoxide } from '../../support/embedded-dynoxide.ts';

const title = dynoxideMissing === undefined ? 'on dynoxide' : `skipped on dynoxide: ${dynoxideMissing}`;

describe.skipIf(dynoxideMissing !== undefined)(title, () => {
  let server: EmbeddedServer;
  let documents: DynamoDBDocumentClient;

  beforeAll(async () => {
    server = await startDynoxide();
    documents = documentsAt(server.endpoint);
  });

  afterAll(async () => {
    documents.destroy();
    await server.stop();
  });

  const open = async () => ({ documents, name: await freshTable(server.endpoint) });

  ticketStoreContract('the ticket store', async () => dynamoTicketStore(await open()));

  boardStoreContract('the board store', async () => dynamoBoardStore(await open()));

  webhookStoreContract('the webhook store', async () => dynamoWebhookStore(await open()));
});

import { afterAll } from 'vitest';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { dynamoWebhookStore } from '../../../functions/adapters/dynamodb/dynamo-webhook-store.ts';
import { ticketStoreContract } from '../../contract/ticket-store.contract.ts';
import { webhookStoreContract } from '../../contract/webhook-store.contract.ts';
import { documentsAt, freshTable, startDynalite } from '../../support/embedded-dynamodb.ts';

const { endpoint, stop } = await startDynalite();
const documents = documentsAt(endpoint);
const open = async () => ({ documents, name: await freshTable(endpoint) });

afterAll(async () => {
  documents.destroy();
  await stop();
});

ticketStoreContract('the ticket store on dynalite', async () => dynamoTicketStore(await open()));

webhookStoreContract('the webhook store on dynalite', async () => dynamoWebhookStore(await open()));

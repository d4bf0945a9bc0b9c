import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { memoryWebhookStore } from '../../../functions/adapters/memory/memory-webhook-store.ts';
import { ticketStoreContract } from '../../contract/ticket-store.contract.ts';
import { webhookStoreContract } from '../../contract/webhook-store.contract.ts';

ticketStoreContract('the ticket store in memory', async () => memoryTicketStore());

webhookStoreContract('the webhook store in memory', async () => memoryWebhookStore());

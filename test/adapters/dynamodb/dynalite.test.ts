import { afterAll, describe, expect, it } from 'vitest';
import { dynamoBoardStore } from '../../../functions/adapters/dynamodb/dynamo-board-store.ts';
import { dynamoRulesRegister } from '../../../functions/adapters/dynamodb/dynamo-rules-register.ts';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { dynamoWebhookStore } from '../../../functions/adapters/dynamodb/dynamo-webhook-store.ts';
import { boardStoreContract } from '../../contract/board-store.contract.ts';
import { rulesRegisterContract } from '../../contract/rules-register.contract.ts';
import { ticketStoreContract } from '../../contract/ticket-store.contract.ts';
import { webhookStoreContract } from '../../contract/webhook-store.contract.ts';
import { portNeeds } from '../../infra/needs/port-needs.ts';
import { recordNeeds } from '../../infra/needs/record-needs.ts';
import { documentsAt, freshTable, startDynalite } from '../../support/embedded-dynamodb.ts';

const { endpoint, stop } = await startDynalite();
const opened: { destroy(): void }[] = [];
afterAll(async () => {
  for (const documents of opened) documents.destroy();
  await stop();
});

const ports = {
  store: { make: dynamoTicketStore, contract: ticketStoreContract },
  boards: { make: dynamoBoardStore, contract: boardStoreContract },
  webhooks: { make: dynamoWebhookStore, contract: webhookStoreContract },
  register: { make: dynamoRulesRegister, contract: rulesRegisterContract },
};

// The suites that every store passes call each method in all its ways; what they ask of the table is recorded meanwhile.
describe.each(Object.keys(ports) as (keyof typeof ports)[])('the port %s on dynalite', (name) => {
  const documents = documentsAt(endpoint);
  opened.push(documents);
  const { asked, watch } = recordNeeds(documents);
  const { make, contract } = ports[name] as {
    make: (table: { documents: typeof documents; name: string }) => object;
    contract: (name: string, open: () => Promise<never>) => void;
  };
  contract(
    'in its own suite',
    async () => watch(make({ documents, name: await freshTable(endpoint) })) as never,
  );

  it('asks of the table what is declared, method by method', () => {
    const declared = Object.entries(portNeeds[name]).filter(([method]) => asked.has(method));
    const recorded = [...asked].map(([method, needs]) => [method, [...needs].sort()]);

    expect(Object.fromEntries(recorded)).toEqual(
      Object.fromEntries(declared.map(([method, needs]) => [method, [...needs].sort()])),
    );
    expect(recorded.length).toBeGreaterThan(Object.keys(portNeeds[name]).length * 0.7);
  });
});

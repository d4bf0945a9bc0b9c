import { afterAll } from 'vitest';
import { dynamoBoardStore } from '../../../functions/adapters/dynamodb/dynamo-board-store.ts';
import { boardStoreContract } from '../../contract/board-store.contract.ts';
import { documentsAt, freshTable, startDynalite } from '../../support/embedded-dynamodb.ts';

const { endpoint, stop } = await startDynalite();
const documents = documentsAt(endpoint);

afterAll(async () => {
  documents.destroy();
  await stop();
});

boardStoreContract('the board store on dynalite', async () =>
  dynamoBoardStore({ documents, name: await freshTable(endpoint) }),
);

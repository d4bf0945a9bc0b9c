import { afterAll } from 'vitest';
import { dynamoRulesRegister } from '../../../functions/adapters/dynamodb/dynamo-rules-register.ts';
import { rulesRegisterContract } from '../../contract/rules-register.contract.ts';
import { documentsAt, freshTable, startDynalite } from '../../support/embedded-dynamodb.ts';

const { endpoint, stop } = await startDynalite();
const documents = documentsAt(endpoint);

afterAll(async () => {
  documents.destroy();
  await stop();
});

rulesRegisterContract('the register of rules on dynalite', async () =>
  dynamoRulesRegister({ documents, name: await freshTable(endpoint) }),
);

import { userInfo } from 'node:os';
import { join } from 'node:path';
import { dynamoRulesRegister } from '../../functions/adapters/dynamodb/dynamo-rules-register.ts';
import { dynamoTicketStore } from '../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { makeDocumentClient } from '../../functions/adapters/dynamodb/make-document-client.ts';
import { systemClock } from '../../functions/adapters/system.ts';
import { parsePublish, usage } from './arguments.ts';
import { runPublish } from './run-publish.ts';

/** `npm run pack:publish`: exits 0, 1 when nothing was published or the table does not answer, 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  const data = join(import.meta.dirname, '../../functions');
  const wanted = parsePublish(args, { data, by: userInfo().username });
  if (!wanted.ok) {
    console.error(`${wanted.error}\n\n${usage}`);
    return 2;
  }
  const table = { documents: makeDocumentClient(), name: wanted.value.table };
  const deps = { store: dynamoTicketStore(table), register: dynamoRulesRegister(table), clock: systemClock };
  try {
    return await runPublish(deps, wanted.value, { out: console.log, error: console.error });
  } catch (cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    console.error(`the table ${table.name} does not answer: ${why}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import { readCity } from '../../../functions/adapters/rules/read-city.ts';
import { makeSqsClient } from '../../../functions/adapters/sqs/make-sqs-client.ts';
import { sqsEffectQueue } from '../../../functions/adapters/sqs/sqs-effect-queue.ts';
import { sqsWakeQueue } from '../../../functions/adapters/sqs/sqs-wake-queue.ts';
import { systemClock } from '../../../functions/adapters/system.ts';
import type { DurationMs } from '../../../functions/core/time.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { credentials, region } from '../../../infra/local/aws-names.ts';
import { createTable } from '../../../infra/local/create-table.ts';
import { type CallLog, watchCalls } from './call-log.ts';
import type { Endpoints } from './servers.ts';

/** The real adapters on embedded servers, watched, and bare clients of the SDK beside them. */
export interface IntakeBench {
  readonly deps: Deps;
  readonly calls: CallLog;
  readonly bare: { readonly dynamodb: DynamoDBClient; readonly sqs: SQSClient };
  /** Moves the clock of the use cases ahead. */
  ahead(byMs: DurationMs): void;
  close(): Promise<void>;
}

export async function openIntakeBench(): Promise<IntakeBench> {
  const servers = fork(join(import.meta.dirname, 'servers.ts'), { stdio: 'inherit' });
  const [endpoints] = (await once(servers, 'message')) as [Endpoints];
  const dataDir = join(import.meta.dirname, '../../../functions');
  const city = readCity({ dataDir, city: 'beijing', pack: 'beijing-2023', speed: 1 });
  if (!city.ok) throw new Error(JSON.stringify(city.error));
  const local = { region, credentials };
  const documents = makeDocumentClient({ ...local, endpoint: endpoints.dynamodb });
  const queues = makeSqsClient({ ...local, endpoint: new URL(endpoints.effects).origin });
  const calls = watchCalls(documents, queues);
  const table = { documents, name: 'tickets' };
  await createTable(table);
  let aheadMs = 0;
  const deps: Deps = {
    store: dynamoTicketStore(table),
    wakes: sqsWakeQueue({ client: queues, queueUrl: endpoints.wakes }),
    effects: sqsEffectQueue({ client: queues, queueUrl: endpoints.effects }),
    clock: { now: () => systemClock.now() + aheadMs },
    city: city.value,
    rulesOf: async () => city.value.rules,
    deferred: (_, cause) => {
      throw cause;
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  const bare = {
    dynamodb: new DynamoDBClient({ ...local, endpoint: endpoints.dynamodb }),
    sqs: new SQSClient({ ...local, endpoint: new URL(endpoints.effects).origin }),
  };
  return {
    deps,
    calls,
    bare,
    ahead: (byMs) => {
      aheadMs += byMs;
    },
    async close() {
      for (const client of [documents, queues, bare.dynamodb, bare.sqs]) client.destroy();
      servers.disconnect();
      await once(servers, 'exit');
    },
  };
}

import { SQSClient } from '@aws-sdk/client-sqs';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import { credentials, region } from '../../../infra/local/aws-names.ts';
import { startDynamodb } from '../../../infra/local/embedded-dynamodb.ts';
import { releaseReceived, startSqs } from '../../../infra/local/embedded-sqs.ts';
import type { DoneCall } from '../proxy/server-call.ts';

/** A queue as it stands: its dead letters are in a queue of their own. */
export interface QueueStand {
  readonly name: string;
  readonly bodies: readonly string[];
}

/** The servers behind the proxies. They outlive every host, as DynamoDB and SQS outlive every function. */
export async function startSoakServers() {
  const dynamodb = await startDynamodb({});
  const sqs = await startSqs({});
  const documents = makeDocumentClient({ endpoint: dynamodb.endpoint, region, credentials });
  const queues = new SQSClient({ endpoint: sqs.endpoint, region, credentials });
  const names = new Set<string>();
  const table = { documents, name: '' };
  const stand = (): readonly QueueStand[] =>
    [...names].map((name) => {
      const { ready = [], delayed = [], inflight = [] } = sqs.inner.inspectQueue(name)?.messages ?? {};
      const held = [...ready, ...delayed, ...inflight.map(({ message }) => message)];
      return { name, bodies: held.map(({ body }) => body) };
    });
  return {
    endpoints: { dynamodb: dynamodb.endpoint, sqs: sqs.endpoint },
    stand,
    /** The service's table, once a host has created it. */
    table,
    /** Told of each call that made a table or a queue. */
    created({ input }: DoneCall) {
      if (input.QueueName !== undefined) names.add(String(input.QueueName));
      if (input.TableName !== undefined) table.name = String(input.TableName);
    },
    /** Makes visible again what a killed host had received, as a host does for servers of its own. */
    async release() {
      for (const queueName of names) {
        const queueUrl = sqs.inner.inspectQueue(queueName)?.url ?? '';
        await releaseAll(() => releaseReceived({ sqs, client: queues, queueName, queueUrl }));
      }
    },
    async stop() {
      documents.destroy();
      queues.destroy();
      await sqs.stop();
      await dynamodb.stop();
    },
  };
}

const releasesMax = 5;

/** A message that a call of the killed host, still on its way, deletes meanwhile is there no more: look again then. */
async function releaseAll(release: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await release();
    } catch (cause) {
      if (tried === releasesMax) throw cause;
    }
  }
}

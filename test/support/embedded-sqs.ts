import type { SQSClient } from '@aws-sdk/client-sqs';
import { makeSqsClient } from '../../functions/adapters/sqs/make-sqs-client.ts';
import { accountId, credentials, region } from '../../infra/local/aws-names.ts';
import { type EmbeddedSqs, startSqs } from '../../infra/local/embedded-sqs.ts';

let queues = 0;

/** Starts the embedded SQS server in memory on a free port of the loopback. */
export const startEmbeddedSqs = (): Promise<EmbeddedSqs> => startSqs({});

/** A queue client as functions make it, for an embedded server. */
export const sqsClientAt = (endpoint: string): SQSClient => makeSqsClient({ endpoint, region, credentials });

/** Creates an empty queue. Returns its name and the URL under which it is reached. */
export function freshQueue(sqs: EmbeddedSqs): { readonly name: string; readonly queueUrl: string } {
  queues += 1;
  const name = `queue-${queues}`;
  sqs.inner.createQueue(name, { region });
  return { name, queueUrl: `${sqs.endpoint}/${accountId}/${name}` };
}

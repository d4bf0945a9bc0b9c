import {
  CreateQueueCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { accountId, region } from './aws-names.ts';
import type { EmbeddedServer } from './embedded-dynamodb.ts';
import { type EmbeddedSqs, releaseReceived } from './embedded-sqs.ts';
import type { Resolve } from './resolve-intrinsics.ts';
import { resourcesOf, type Template } from './template.ts';

const properties = z.object({
  VisibilityTimeout: z.number().default(30),
  MessageRetentionPeriod: z.number().default(345_600),
  DelaySeconds: z.number().default(0),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() }).optional(),
});

/** A queue of the template as it runs here. */
export interface LocalQueue {
  readonly url: string;
  /** Messages older than this are dropped when received, as the embedded server keeps them for ever. */
  readonly retentionMs: number;
}

/** Creates the template's queues, or brings those that are there up to it. Returns them by their logical id. */
export async function createQueues(props: {
  template: Template;
  resolve: Resolve;
  sqs: EmbeddedSqs | EmbeddedServer;
  client: SQSClient;
}): Promise<ReadonlyMap<string, LocalQueue>> {
  const queues = new Map<string, LocalQueue>();
  for (const { id, properties: raw } of resourcesOf(props.template, 'AWS::SQS::Queue')) {
    const wanted = properties.parse(props.resolve(raw));
    const url = `${props.sqs.endpoint}/${accountId}/${id}`;
    const attributes = {
      VisibilityTimeout: String(wanted.VisibilityTimeout),
      MessageRetentionPeriod: String(wanted.MessageRetentionPeriod),
      DelaySeconds: String(wanted.DelaySeconds),
      ...(wanted.RedrivePolicy ? { RedrivePolicy: JSON.stringify(wanted.RedrivePolicy) } : {}),
    };
    const wanting = { id, url, attributes, client: props.client };
    await ('inner' in props.sqs ? createEmbedded({ ...wanting, sqs: props.sqs }) : createElsewhere(wanting));
    queues.set(id, { url, retentionMs: wanted.MessageRetentionPeriod * 1_000 });
  }
  return queues;
}

interface Wanting {
  readonly id: string;
  readonly url: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly client: SQSClient;
}

async function createEmbedded({ id, url, attributes, client, sqs }: Wanting & { sqs: EmbeddedSqs }) {
  // Creating an existing queue would empty it.
  if (sqs.inner.inspectQueue(id) === undefined) {
    sqs.inner.createQueue(id, { region, attributes });
    return;
  }
  await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
  await releaseReceived({ sqs, client, queueName: id, queueUrl: url });
}

/** What others hold in a queue that is there already is left as it is. */
async function createElsewhere({ id, url, attributes, client }: Wanting): Promise<void> {
  try {
    await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
  } catch (cause) {
    if (!(cause instanceof QueueDoesNotExist)) throw cause;
    await client.send(new CreateQueueCommand({ QueueName: id, Attributes: attributes }));
  }
}

import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { LocalQueue } from './create-queues.ts';
import { pollQueue } from './event-source.ts';
import type { FunctionPool } from './functions/function-pool.ts';
import type { Resolve } from './resolve-intrinsics.ts';
import { resourcesOf, type Template } from './template.ts';

const properties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
});

/** Batches of one queue worked on at once; each holds an instance of its function meanwhile. */
const batchesMax = 2;

/** Starts the pollers of every event source mapping. The returned function ends them once their batches are done. */
export function startEventSources(props: {
  template: Template;
  resolve: Resolve;
  queues: ReadonlyMap<string, LocalQueue>;
  pools: ReadonlyMap<string, FunctionPool>;
  client: SQSClient;
}): () => Promise<void> {
  const abort = new AbortController();
  const pollers: Promise<void>[] = [];
  for (const { id, properties: raw } of resourcesOf(props.template, 'AWS::Lambda::EventSourceMapping')) {
    const wanted = properties.parse(props.resolve(raw));
    const queue = props.queues.get(wanted.EventSourceArn.split(':').at(-1) ?? '');
    const pool = props.pools.get(wanted.FunctionName);
    if (!queue || !pool)
      throw new Error(`event source mapping ${id} joins a queue and a function that do not exist`);
    const source = {
      queue,
      queueArn: wanted.EventSourceArn,
      pool,
      batchMax: wanted.BatchSize,
      concurrencyMax: Math.min(batchesMax, wanted.ScalingConfig?.MaximumConcurrency ?? batchesMax),
      reportsItemFailures: wanted.FunctionResponseTypes.includes('ReportBatchItemFailures'),
    };
    pollers.push(pollQueue(source, props.client, abort.signal));
  }
  return async () => {
    abort.abort();
    await Promise.all(pollers);
  };
}

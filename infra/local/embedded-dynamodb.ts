import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A running embedded server. */
export interface EmbeddedServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts a server of the DynamoDB API on the loopback, with its data at `path` or in memory. LevelDB hands each
 * write to the operating system before the answer, so an answered write survives a kill of the process. It has a thread
 * of its own, since it needs as much of a core as everything else in the host together.
 *
 * Rejects when the data cannot be opened.
 */
export async function startDynamodb(props: { path?: string }): Promise<EmbeddedServer> {
  const thread = new Worker(new URL('./dynamodb-thread.ts', import.meta.url), {
    workerData: props,
    // With its data on disk it needs little, and clears garbage the sooner the less it may grow.
    ...(props.path === undefined
      ? {}
      : { resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 } }),
  });
  try {
    const [port] = (await once(thread, 'message')) as [number];
    const endpoint = `http://127.0.0.1:${port}`;
    const ended = once(thread, 'exit');
    await Promise.race([listTables(endpoint), ended]);
    return {
      endpoint,
      async stop() {
        thread.postMessage('stop');
        await ended;
      },
    };
  } catch (cause) {
    throw new Error(
      `the data in ${props.path ?? 'memory'} cannot be opened, perhaps because another city uses it; stop that one or choose another folder: npm start -- --data DIR`,
      { cause },
    );
  }
}

/** The database opens in its own time and fails with the first request: make that one ours. */
async function listTables(endpoint: string): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      'x-amz-date': '20200101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
    },
    body: '{}',
  });
  if (!response.ok) throw new Error(`the embedded database answers ${response.status}`);
}

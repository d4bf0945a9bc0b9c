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
 */
export async function startDynamodb(props: { path?: string }): Promise<EmbeddedServer> {
  const thread = new Worker(new URL('./dynamodb-thread.ts', import.meta.url), { workerData: props });
  const [port] = (await once(thread, 'message')) as [number];
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(thread, 'exit');
      thread.postMessage('stop');
      await ended;
    },
  };
}

import { Server } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { region } from './aws-names.ts';
import type { EmbeddedServer } from './embedded-dynamodb.ts';

/** The embedded SQS server; `inner` also answers what queues hold. */
export interface EmbeddedSqs extends EmbeddedServer {
  readonly inner: FauxqsServer;
}

/** Starts a server of the SQS API on the loopback, with its messages in SQLite at `dataDir` or in memory. */
export async function startSqs(props: { dataDir?: string }): Promise<EmbeddedSqs> {
  const restore = [listenOnLoopback(), writeWithoutSync()];
  try {
    const inner = await startFauxqs({ port: 0, logger: false, defaultRegion: region, ...props });
    return { inner, endpoint: `http://127.0.0.1:${inner.port}`, stop: () => inner.stop() };
  } finally {
    for (const step of restore) step();
  }
}

/**
 * Makes visible again what a killed host had received and not deleted: its consumers died with it, so there is
 * nobody to wait for. One second, because this server loses a persisted message whose visibility is set to zero.
 */
export async function releaseReceived(props: {
  sqs: EmbeddedSqs;
  client: SQSClient;
  queueName: string;
  queueUrl: string;
}): Promise<void> {
  const received = props.sqs.inner.inspectQueue(props.queueName)?.messages.inflight ?? [];
  for (const { receiptHandle } of received) {
    await props.client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: props.queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: 1,
      }),
    );
  }
}

/** The server listens on every interface and offers no choice; queues of a laptop are nobody else's business. */
function listenOnLoopback(): () => void {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...parameters: unknown[]) {
    const [options, ...rest] = parameters;
    const isOpen =
      typeof options === 'object' && options !== null && 'host' in options && options.host === '0.0.0.0';
    return Reflect.apply(listen, this, isOpen ? [{ ...options, host: '127.0.0.1' }, ...rest] : parameters);
  };
  return () => {
    Server.prototype.listen = listen;
  };
}

/**
 * The server waits for the disk three times per message and stops the process meanwhile. Without that a message is still
 * with the operating system before its send is answered, so it survives a kill, though not a power cut.
 */
function writeWithoutSync(): () => void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    exec.call(this, sql);
    if (sql === 'PRAGMA journal_mode = WAL') exec.call(this, 'PRAGMA synchronous = NORMAL');
  };
  return () => {
    DatabaseSync.prototype.exec = exec;
  };
}

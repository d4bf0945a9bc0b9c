import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId, region } from '../../../infra/local/aws-names.ts';
import { startDynamodb } from '../../../infra/local/embedded-dynamodb.ts';
import { startSqs } from '../../../infra/local/embedded-sqs.ts';

/** Where the embedded servers of a bench answer. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly effects: string;
  readonly wakes: string;
}

// Run as a process of its own, so that the servers' work is not counted as the client's.
const dataDir = mkdtempSync(join(tmpdir(), 'citywhistle-bench-'));
process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
process.once('disconnect', () => process.exit(0));
const dynamodb = await startDynamodb({ path: join(dataDir, 'dynamodb') });
const sqs = await startSqs({ dataDir: join(dataDir, 'sqs') });
const queue = (name: string) => {
  sqs.inner.createQueue(name, { region });
  return `${sqs.endpoint}/${accountId}/${name}`;
};
const endpoints: Endpoints = {
  dynamodb: dynamodb.endpoint,
  effects: queue('effects'),
  wakes: queue('wakes'),
};
process.send?.(endpoints);

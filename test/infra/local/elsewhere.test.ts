import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ListQueuesCommand } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import { credentials, region } from '../../../infra/local/aws-names.ts';
import { elsewhereOf } from '../../../infra/local/elsewhere.ts';
import { startHost } from '../../../infra/local/start-host.ts';
import { startDynalite } from '../../support/embedded-dynamodb.ts';
import { sqsClientAt, startEmbeddedSqs } from '../../support/embedded-sqs.ts';
import { clientOf, eventually } from '../fixtures/fixture-host.ts';

const [tables, queues] = await Promise.all([startDynalite(), startEmbeddedSqs()]);
afterAll(() => Promise.all([tables.stop(), queues.stop()]));

describe('the environment', () => {
  it('names servers by the variables of the SDK, and the keys that are for them', () => {
    expect(
      elsewhereOf({
        AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000/',
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
      }),
    ).toEqual({
      dynamodb: 'http://127.0.0.1:8000',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
    expect(elsewhereOf({ AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:9324' })).toEqual({
      sqs: 'http://127.0.0.1:9324',
      credentials,
    });
  });

  it('names none where only the keys of somebody’s account are in it', () => {
    expect(elsewhereOf({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' })).toBeUndefined();
  });
});

it('a city lives on servers of others, finds there what it left, and leaves them running', async () => {
  const elsewhere = { dynamodb: tables.endpoint, sqs: queues.endpoint, credentials };
  const start = () => startHost({ port: 0, elsewhere, app: join(import.meta.dirname, '../fixtures/app.ts') });
  const first = await start();
  await (await clientOf(first, 'platform'))('POST', '/items', { id: 'kept', effect: { id: 'delivered' } });
  const item = async (host: typeof first, id: string) =>
    (await (await clientOf(host, 'platform'))('GET', `/items/${id}`)).json() as Promise<{
      receives?: number;
    }>;
  await eventually(
    () => item(first, 'delivered'),
    ({ receives }) => receives !== undefined,
  );
  await first.stop();

  const second = await start();
  const found = await item(second, 'delivered');
  await second.stop();

  const listed = await makeDocumentClient({ endpoint: tables.endpoint, region, credentials }).send(
    new ListTablesCommand({}),
  );
  const client = sqsClientAt(queues.endpoint);
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const QueueUrl = QueueUrls.find((url) => url.includes('EffectsQueue'));
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  expect(found.receives).toBeGreaterThan(0);
  expect(listed.TableNames).toHaveLength(1);
  expect(QueueUrls).toHaveLength(6);
  expect(JSON.parse(Attributes?.RedrivePolicy ?? '{}').maxReceiveCount).toBe(2);
});

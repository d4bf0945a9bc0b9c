import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocumentClient } from '../../../functions/adapters/dynamodb/make-document-client.ts';
import { systemClock } from '../../../functions/adapters/system.ts';
import { credentials, region } from '../../../infra/local/aws-names.ts';
import type { LocalHost } from '../../../infra/local/local-host.ts';
import { startHost } from '../../../infra/local/start-host.ts';
import { ServiceClient } from '../../../sim/live/service-client.ts';
import { openWebhookReceiver } from '../../../sim/live/webhook-receiver.ts';
import { eventually } from '../fixtures/fixture-host.ts';

const nobody = '0'.repeat(32);
const huge = 'x'.repeat(200_000);
const effect = {
  ...{ id: `${nobody}.1`, kind: 'status', to: 'hotline', event: 'dispatched', at: 1_795_000_000_000 },
  ...{ rule: 'r', ticketId: nobody, rev: 1, status: 'dispatched', tier: 'general', overdue: false },
};

/** What is no message of the queue, whatever the queue: rubbish, and what only a later version could mean. */
const rubbish = ['not json', '{', '[]', 'null', '"text"', '{}', '{"__proto__":{"ticketId":"x"}}', '1e400'];

const poison = {
  Wake: [
    ...rubbish,
    '{"ticketId":1}',
    '{"ticketId":""}',
    JSON.stringify({ ticketId: huge }),
    JSON.stringify({ ticketId: nobody, version: 2 }),
  ],
  Effects: [
    ...rubbish,
    JSON.stringify({ ...effect, kind: 'rumour' }),
    JSON.stringify({ ...effect, at: 'tomorrow' }),
    JSON.stringify({ ...effect, tier: huge, rev: 0.5 }),
    JSON.stringify({ ...effect, event: 'whatOnlyLaterCodeKnows' }),
  ],
  Boards: [
    ...rubbish,
    '{"jobId":1}',
    JSON.stringify({ jobId: huge }),
    JSON.stringify({ jobId: nobody, version: 2 }),
  ],
} as const;

/** Names something that is not there: nothing is to be done about it, now or later. */
const aboutNothing = {
  Wake: [JSON.stringify({ ticketId: nobody }), JSON.stringify({ ticketId: `mt.${nobody}` })],
  Effects: [
    JSON.stringify({ ...effect, to: 'unit-nobody-registered' }),
    JSON.stringify({ ...effect, to: 'unit-nobody-registered', version: 2, text: huge }),
  ],
  Boards: [JSON.stringify({ jobId: nobody })],
} as const;

type QueueName = keyof typeof poison;
const names = Object.keys(poison) as QueueName[];

let host: LocalHost;
let queues: SQSClient;
beforeAll(async () => {
  const environment = { CITY: 'fangshan', PACK: 'beijing-2023', TIME_SPEED: '7200' };
  host = await startHost({ port: 0, inMemory: true, environment });
  queues = new SQSClient({ endpoint: host.endpoints.sqs, region, credentials });
  // What failed comes back at once instead of after minutes; how often is the deployment's own.
  const Attributes = { VisibilityTimeout: '1' };
  await Promise.all(
    names.map((name) =>
      queues.send(new SetQueueAttributesCommand({ QueueUrl: urlOf(`${name}Queue`), Attributes })),
    ),
  );
});
afterAll(async () => {
  queues.destroy();
  await host.stop();
});

const urlOf = (start: string): string =>
  Object.entries(host.queueUrls).find(([name]) => name.startsWith(start))![1];

const send = (name: QueueName, MessageBody: string) =>
  queues.send(new SendMessageCommand({ QueueUrl: urlOf(`${name}Queue`), MessageBody }));

async function countOf(name: string): Promise<number> {
  const { Attributes = {} } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl: urlOf(name), AttributeNames: ['All'] }),
  );
  const kinds = ['', 'NotVisible', 'Delayed'] as const;
  return kinds.reduce(
    (sum, kind) =>
      sum + Number(Attributes[`ApproximateNumberOfMessages${kind}` as keyof typeof Attributes] ?? 0),
    0,
  );
}

async function deadLettersOf(name: QueueName): Promise<readonly string[]> {
  const dead: Message[] = [];
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({
        QueueUrl: urlOf(`${name}DeadLetters`),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 600,
      }),
    );
    if (Messages.length === 0) return dead.map(({ Body = '' }) => Body);
    dead.push(...Messages);
  }
}

describe('a poison message', () => {
  it('ends among the dead letters of its queue and blocks nothing behind it', async () => {
    const client = new ServiceClient(host.url, 8);
    const receiver = await openWebhookReceiver(systemClock);
    await receiver.register(client, 'hotline');
    for (const name of names)
      await Promise.all([...poison[name], ...aboutNothing[name]].map((body) => send(name, body)));

    // Behind the poison: a promise that falls due, an effect to tell, a board to make.
    const body = {
      ...{ source: 'hotline-12345', channel: 'phone', kind: 'help', description: '路面积水。' },
      ...{ itemCode: '0101-01', place: { unitCode: 'daanshan' } },
    };
    const { view } = await client.submit({ ...body, sourceKey: 'behind' });
    const { view: newer } = await client.submit({ ...body, sourceKey: 'newer' });
    await toNewerFormat(newer.ticketId);
    const city = { role: 'city', unit: 'beijing' } as const;
    const period = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' })
      .format(systemClock.now())
      .slice(0, 7);
    const path = `/boards/month/${period}/refresh`;
    const { body: job } = await client.ask(city, 'POST', path, { body: {} });

    const events = await eventually(
      async () => {
        const { history } = (await client.get({ role: 'platform' }, `/tickets/${view.ticketId}`)) as {
          history: { event: string }[];
        };
        return history.map(({ event }) => event);
      },
      (all) => all.includes('signOverdue'),
    );
    const told = await eventually(
      async () => [...receiver.heard.values()].filter(({ data }) => data.ticketId === view.ticketId),
      (heard) => heard.length > 0,
    );
    const made = await eventually(
      async () =>
        (await client.get(city, `/board-jobs/${(job as { jobId: string }).jobId}`)) as { state: string },
      ({ state }) => state === 'done' || state === 'failed',
    );
    expect([events.includes('signOverdue'), told.length > 0, made.state]).toEqual([true, true, 'done']);

    const wanted = {
      Wake: [...poison.Wake, JSON.stringify({ ticketId: newer.ticketId })],
      Effects: poison.Effects,
      Boards: poison.Boards,
    };
    for (const name of names) {
      await eventually(
        () => countOf(`${name}DeadLetters`),
        (count) => count >= wanted[name].length,
      );
      expect([...new Set(await deadLettersOf(name))].toSorted()).toEqual([...wanted[name]].toSorted());
      if (name !== 'Wake') expect(await countOf(`${name}Queue`)).toBe(0);
    }
    await receiver.close();
  });
});

/** Has a ticket stored as code of a later version would store it, and its wake-up come. */
async function toNewerFormat(ticketId: string): Promise<void> {
  const documents = makeDocumentClient({ endpoint: host.endpoints.dynamodb, region, credentials });
  const { TableNames: [TableName] = [] } = await documents.send(new ListTablesCommand({}));
  await documents.send(
    new UpdateCommand({
      TableName,
      Key: { pk: `T#${ticketId}`, sk: 'TICKET' },
      UpdateExpression: 'SET #format = :newer',
      ExpressionAttributeNames: { '#format': 'format' },
      ExpressionAttributeValues: { ':newer': 99 },
    }),
  );
  documents.destroy();
  await send('Wake', JSON.stringify({ ticketId }));
}

import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, it } from 'vitest';
import { makeDocumentClient } from '../../functions/adapters/dynamodb/make-document-client.ts';
import { makeSqsClient } from '../../functions/adapters/sqs/make-sqs-client.ts';
import subset from '../../infra/needs/api-subset.json' with { type: 'json' };

const functionsDir = join(import.meta.dirname, '../../functions');

/** The commands that the code of functions sends, by the client library they come from. */
function commandsOf(library: RegExp): readonly string[] {
  const found = new Set<string>();
  for (const file of globSync('{adapters,handlers}/**/*.ts', { cwd: functionsDir })) {
    const text = readFileSync(join(functionsDir, file), 'utf8');
    for (const [, names = '', from = ''] of text.matchAll(/import \{([^}]*)\} from '(@aws-sdk\/[^']+)'/g)) {
      if (!library.test(from)) continue;
      for (const [, name = ''] of names.matchAll(/\b(\w+)Command\b/g)) found.add(name);
    }
  }
  return [...found].sort();
}

/** The document client's commands by the names of the service. */
const itemCommands: Readonly<Record<string, string>> = {
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

it('the listed part of the DynamoDB API is what the adapters use, no more and no less', () => {
  const used = commandsOf(/dynamodb/).map((name) => itemCommands[name] ?? name);

  expect(used.sort()).toEqual(subset.dynamodb.commands);
});

it('the listed part of the SQS API is what the adapters use, no more and no less', () => {
  expect(commandsOf(/client-sqs/)).toEqual(subset.sqs.commands);
});

/** A server that is asked and refuses, so that one sees who asked what of it. */
async function listen(asked: string[]) {
  const server = createServer((request, response) => {
    asked.push(String(request.headers['x-amz-target']));
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end('{"__type":"Refused"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const names = ['AWS_ENDPOINT_URL_DYNAMODB', 'AWS_ENDPOINT_URL_SQS'] as const;
const before = names.map((name) => process.env[name]);
afterAll(() => {
  for (const [n, name] of names.entries()) {
    if (before[n] === undefined) delete process.env[name];
    else process.env[name] = before[n];
  }
});

it('any endpoint serves: tables and queues are reached where the environment says', async () => {
  const asked: string[] = [];
  const { server, url } = await listen(asked);
  for (const name of names) process.env[name] = url;
  const given = { region: 'none', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

  await expect(makeDocumentClient(given).send(new GetCommand({ TableName: 't', Key: {} }))).rejects.toThrow();
  await expect(
    makeSqsClient(given).send(new SendMessageBatchCommand({ QueueUrl: `${url}/1/q`, Entries: [] })),
  ).rejects.toThrow();

  server.close();
  expect(asked).toEqual(['DynamoDB_20120810.GetItem', 'AmazonSQS.SendMessageBatch']);
});

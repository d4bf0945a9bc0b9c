import { createHash } from 'node:crypto';
import type { ServerCall } from './server-call.ts';

/** Which API a proxy stands before. */
export type Api = 'dynamodb' | 'sqs';

/** An answer that the proxy makes itself. */
export interface OwnAnswer {
  readonly status: number;
  readonly body: object;
}

const prefix = { dynamodb: 'com.amazonaws.dynamodb.v20120810', sqs: 'com.amazonaws.sqs' } as const;
const throttled = { dynamodb: 'ProvisionedThroughputExceededException', sqs: 'RequestThrottled' } as const;

const failure = (api: Api, status: number, name: string): OwnAnswer => ({
  status,
  body: { __type: `${prefix[api]}#${name}`, message: name },
});

/** The server could not. */
export const refusedAnswer = (api: Api): OwnAnswer =>
  failure(api, 500, api === 'dynamodb' ? 'InternalServerError' : 'InternalError');

/** There was too much to do. */
export const throttledAnswer = (api: Api): OwnAnswer => failure(api, 400, throttled[api]);

/** All entries of a batch, or the one thing asked for, as done. */
export function doneAnswer({ input }: ServerCall): OwnAnswer {
  const entries = (input.Entries ?? []) as readonly { readonly Id: string; readonly MessageBody?: string }[];
  const Successful = entries.map(({ Id, MessageBody }) => ({
    Id,
    ...(MessageBody === undefined ? {} : { MessageId: `lost-${Id}`, MD5OfMessageBody: md5(MessageBody) }),
  }));
  return { status: 200, body: entries.length === 0 ? {} : { Successful, Failed: [] } };
}

/** What the client library compares with the message it sent. */
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

import { credentials as anyone } from './aws-names.ts';
import type { EmbeddedServer } from './embedded-dynamodb.ts';

/** Servers of the two APIs that are not ours, and how to sign for them. What is absent is embedded. */
export interface Elsewhere {
  readonly dynamodb?: string;
  readonly sqs?: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The servers that the environment names by the SDK's own variables; the credentials beside them are used there alone. */
export function elsewhereOf(variables: Variables): Elsewhere | undefined {
  const {
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: sqs,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  } = variables;
  if (dynamodb === undefined && sqs === undefined) return undefined;
  return {
    ...(dynamodb === undefined ? {} : { dynamodb: bare(dynamodb) }),
    ...(sqs === undefined ? {} : { sqs: bare(sqs) }),
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : anyone,
  };
}

/** A server that somebody else starts and stops. */
export const serverAt = (endpoint: string): EmbeddedServer => ({ endpoint, stop: async () => {} });

const bare = (endpoint: string) => endpoint.replace(/\/+$/, '');

import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** All attempts together end before the 10 s of the shortest function do. */
const attemptsMax = 3;
const attemptMaxMs = 2_500;
const connectMaxMs = 1_000;

/**
 * The document client of a function: made once per instance, as its connections stay open between calls. Region,
 * credentials and endpoint come from the environment (`AWS_ENDPOINT_URL_DYNAMODB`) unless `config` names them.
 */
export function makeDocumentClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: attemptsMax,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: connectMaxMs,
      requestTimeout: attemptMaxMs,
      throwOnRequestTimeout: true,
    },
    ...config,
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

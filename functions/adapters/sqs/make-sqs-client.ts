import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';

const attemptsMax = 3;
const attemptMaxMs = 2_500;
const connectMaxMs = 1_000;

/**
 * The queue client of a function: made once per instance, as its connections stay open between calls. Region,
 * credentials and endpoint come from the environment (`AWS_ENDPOINT_URL_SQS`) unless `config` names them.
 */
export const makeSqsClient = (config: SQSClientConfig = {}): SQSClient =>
  new SQSClient({
    maxAttempts: attemptsMax,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: connectMaxMs,
      requestTimeout: attemptMaxMs,
      throwOnRequestTimeout: true,
    },
    ...config,
  });

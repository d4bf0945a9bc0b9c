/** The account and region the local host plays; the embedded servers build their ARNs from the same. */
export const region = 'us-east-1';
export const accountId = '000000000000';

/** What the SDK needs to sign; the embedded servers accept any. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

export const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${accountId}:${resource}`;

/** The environment that points an AWS SDK at these servers, and nowhere else. */
export const sdkEnvironment = (
  endpoints: { dynamodb: string; sqs: string },
  { accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string },
): Record<string, string> => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
});

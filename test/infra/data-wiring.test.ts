import { expect, it } from 'vitest';
import { resourcesOf, template } from './support/resources-of.ts';

it('the topic of alarms takes nothing over plain HTTP, and its key is for CloudWatch in this account', () => {
  expect([...resourcesOf('AWS::SNS::TopicPolicy').values()]).toMatchObject([
    {
      Topics: ['AlarmsTopic'],
      PolicyDocument: {
        Statement: [
          {
            Action: 'sns:Publish',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            Effect: 'Deny',
            Principal: '*',
            Resource: 'AlarmsTopic',
          },
        ],
      },
    },
  ]);
  expect(resourcesOf('AWS::SNS::Topic').get('AlarmsTopic')).toMatchObject({
    KmsMasterKeyId: 'AlarmsKey.Arn',
  });
  expect(resourcesOf('AWS::KMS::Key').get('AlarmsKey')).toMatchObject({
    KeyPolicy: {
      Statement: [
        {
          Action: 'kms:*',
          Effect: 'Allow',
          Principal: { AWS: 'arn:AWS::Partition:iam::AWS::AccountId:root' },
          Resource: '*',
        },
        {
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Condition: { StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' } },
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Resource: '*',
        },
      ],
    },
  });
});

it('what holds data survives a production stack and its own replacement; what can be made again goes with it', () => {
  const fates = Object.entries(template.toJSON().Resources as Record<string, Record<string, string>>).flatMap(
    ([, { Type, DeletionPolicy, UpdateReplacePolicy }]) =>
      DeletionPolicy === undefined ? [] : [`${Type} ${DeletionPolicy} ${UpdateReplacePolicy}`],
  );

  expect([...new Set(fates)].sort()).toEqual([
    'AWS::DynamoDB::Table Retain Retain',
    'AWS::KMS::Key Delete Delete',
    'AWS::Logs::LogGroup Delete Delete',
    'AWS::SQS::Queue Delete Delete',
  ]);
});

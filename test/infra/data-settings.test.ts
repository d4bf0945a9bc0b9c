import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';
import { functionSettings } from '../../infra/stacks/function-settings.ts';
import { allowedTo, cityTemplate } from './support/city-template.ts';

const template = cityTemplate();

describe('the table', () => {
  it('has the keys, the indexes and the projections that the adapters read by', () => {
    const [table] = Object.values(template.findResources('AWS::DynamoDB::Table'));
    const indexes = table?.Properties.GlobalSecondaryIndexes as {
      IndexName: string;
      KeySchema: { AttributeName: string; KeyType: string }[];
      Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
    }[];

    expect(table?.Properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(indexes.map(({ IndexName }) => IndexName)).toEqual(Object.keys(tableShape.indexes));
    for (const { IndexName, KeySchema, Projection } of indexes) {
      const shape = tableShape.indexes[IndexName as keyof typeof tableShape.indexes];
      expect(KeySchema).toEqual([
        { AttributeName: shape.partitionKey.name, KeyType: 'HASH' },
        { AttributeName: shape.sortKey.name, KeyType: 'RANGE' },
      ]);
      expect(Projection.ProjectionType).toBe(shape.projected.length === 0 ? 'KEYS_ONLY' : 'INCLUDE');
      expect(Projection.NonKeyAttributes ?? []).toEqual(shape.projected);
    }
  });

  it('orders wake-ups, worklists and places by number, as epoch milliseconds compare', () => {
    const [table] = Object.values(template.findResources('AWS::DynamoDB::Table'));
    const definitions = table?.Properties.AttributeDefinitions as
      | { AttributeName: string; AttributeType: string }[]
      | undefined;
    const types =
      definitions?.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]) ?? [];

    expect(Object.fromEntries(types)).toEqual({
      pk: 'S',
      sk: 'S',
      wakeShard: 'S',
      wakeAt: 'N',
      worklist: 'S',
      actBy: 'N',
      placeItem: 'S',
      openedAt: 'N',
      registry: 'S',
      registryKey: 'S',
    });
  });

  it('ages contact data out by the attribute the adapters write in seconds', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: tableShape.ttlAttribute, Enabled: true },
    });
  });

  it('is billed by request and restorable to any second, and in production outlives the stack', () => {
    const shared = {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    };

    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: { ...shared, DeletionProtectionEnabled: true },
    });
    cityTemplate({ stage: 'dev' }).hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Delete',
      Properties: { ...shared, DeletionProtectionEnabled: false },
    });
  });

  it('is encrypted, with a key of the city’s own where it is asked for', () => {
    const owned = cityTemplate({ ownKey: true });

    template.hasResourceProperties('AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true } });
    owned.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: {
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TicketsKey'), 'Arn'] },
      },
    });
    owned.allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    expect(allowedTo(owned, 'read')).toContain('kms:Decrypt on TicketsKey');
  });
});

describe('the queues', () => {
  it('give a message back after six timeouts of its consumer', () => {
    for (const name of ['wake', 'deliver', 'board'] as const) {
      template.hasResourceProperties('AWS::SQS::Queue', {
        VisibilityTimeout: 6 * functionSettings[name].timeout.toSeconds(),
        RedrivePolicy: Match.objectLike({ deadLetterTargetArn: Match.anyValue() }),
      });
    }
  });

  it('forget wake-ups after 15 minutes, since the wake index has them, and keep effects for 14 days', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 15 * 60,
      RedrivePolicy: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 14 * 24 * 3_600,
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 8 }),
    });
  });

  it('let a consumer report single records, as the batch handlers rely on', () => {
    template.resourceCountIs('AWS::Lambda::EventSourceMapping', 3);
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('are encrypted and take no message over plain HTTP', () => {
    const queues = Object.keys(template.findResources('AWS::SQS::Queue'));
    const policies = Object.values(template.findResources('AWS::SQS::QueuePolicy'));

    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    expect(policies).toHaveLength(queues.length);
    for (const { Properties } of policies) {
      expect(Properties.PolicyDocument.Statement).toMatchObject([
        { Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ]);
    }
  });
});

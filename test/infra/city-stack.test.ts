import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';
import { CityStack } from '../../infra/stacks/city-stack.ts';
import { functionNames, functionSettings } from '../../infra/stacks/function-settings.ts';
import { fixtureRoutes } from './fixtures/routes.ts';

const assetDir = mkdtempSync(join(tmpdir(), 'asset-'));
writeFileSync(join(assetDir, 'intake.mjs'), 'export const handler = () => {};');
const stack = new CityStack({
  scope: new App(),
  id: 'CityWhistle',
  assetDir,
  routes: fixtureRoutes,
  oidcIssuer: 'https://login.example.org',
  oidcAudience: 'citywhistle',
  city: 'beijing',
  pack: 'beijing-2023',
});
const template = Template.fromStack(stack);

/** The statements of the policy of one function. */
function statementsOf(name: string): { Action: string | string[]; Resource: unknown }[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const found = policies.find(([id]) => id.toLowerCase().startsWith(`${name}function`));
  return found?.[1].Properties.PolicyDocument.Statement ?? [];
}

const actionsOf = (name: string): string[] =>
  statementsOf(name)
    .flatMap(({ Action }) => Action)
    .sort();

describe('the table', () => {
  it('has the keys, the indexes and the projections that the adapters read by', () => {
    const [table] = Object.values(template.findResources('AWS::DynamoDB::Table'));
    const indexes = table?.Properties.GlobalSecondaryIndexes as {
      IndexName: string;
      KeySchema: { AttributeName: string }[];
      Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
    }[];

    expect(table?.Properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(indexes.map(({ IndexName }) => IndexName)).toEqual(Object.keys(tableShape.indexes));
    for (const { IndexName, KeySchema, Projection } of indexes) {
      const shape = tableShape.indexes[IndexName as keyof typeof tableShape.indexes];
      expect(KeySchema.map(({ AttributeName }) => AttributeName)).toEqual([
        shape.partitionKey.name,
        shape.sortKey.name,
      ]);
      expect(Projection.ProjectionType).not.toBe('ALL');
      expect(Projection.NonKeyAttributes ?? []).toEqual(shape.projected);
    }
  });

  it('orders wake-ups, worklists and places by number, as epoch milliseconds compare', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      AttributeDefinitions: Match.arrayWith(
        ['wakeAt', 'actBy', 'openedAt'].map((AttributeName) => ({ AttributeName, AttributeType: 'N' })),
      ),
    });
  });

  it('ages contact data out by the attribute the adapters write in seconds', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: tableShape.ttlAttribute, Enabled: true },
    });
  });

  it('is billed by request, restorable to any second, and outlives the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      },
    });
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

  it('are encrypted, and each dead-letter queue raises an alarm that says what it means', () => {
    template.resourceCountIs('AWS::CloudWatch::Alarm', 3);
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
      AlarmDescription: Match.stringLikeRegexp('\\w+ .*\\.$'),
    });
  });
});

describe('the functions', () => {
  it('run on Node 24 on arm64, each from its own file with the settings the handlers read', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));

    expect(functions.map(({ Properties }) => Properties.Handler).sort()).toEqual(
      functionNames.map((name) => `${name}.handler`).sort(),
    );
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(Properties.Environment.Variables).toMatchObject({
        TABLE_NAME: expect.anything(),
        WAKE_QUEUE_URL: expect.anything(),
        EFFECT_QUEUE_URL: expect.anything(),
        BOARD_QUEUE_URL: expect.anything(),
        CITY: 'beijing',
        PACK: 'beijing-2023',
        TIME_SPEED: '1',
        POWERTOOLS_SERVICE_NAME: expect.stringMatching(/^citywhistle-/),
      });
    }
  });

  it('own their log groups, which age out', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', functionNames.length);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  it('may not scan the table, nor do anything to all resources', () => {
    for (const name of functionNames) {
      expect(actionsOf(name)).not.toContain('dynamodb:Scan');
      expect(statementsOf(name).map(({ Resource }) => Resource)).not.toContain('*');
      expect(actionsOf(name).filter((action) => action.includes('*'))).toEqual([]);
    }
  });

  it('read without any right to write or send, where reading is all they do', () => {
    expect(actionsOf('read')).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']);
  });

  it('let the redrive read dead letters and nobody else', () => {
    for (const name of functionNames) {
      const isConsumer = ['manage', 'wake', 'deliver', 'board'].includes(name);
      expect(actionsOf(name).includes('sqs:ReceiveMessage')).toBe(isConsumer);
    }
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'manage.handler',
      Environment: { Variables: { EFFECT_DLQ_URL: Match.anyValue() } },
    });
  });

  it('compute boards one message at a time, on a whole core, and send themselves what is left', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    template.hasResourceProperties('AWS::Lambda::Function', {
      Handler: 'board.handler',
      Timeout: 300,
      MemorySize: 1_769,
    });
    for (const name of ['board', 'boards']) {
      const sends = statementsOf(name).filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
      expect(JSON.stringify(sends.map(({ Resource }) => Resource))).toMatch(/^\[\{"Fn::GetAtt":\["Boards/);
    }
  });

  it('sweep once a minute', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
    });
  });
});

describe('the HTTP API', () => {
  it('has exactly the routes of the table, each with its scopes', () => {
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties,
    );

    expect(routes).toHaveLength(fixtureRoutes.length);
    for (const { method, path, scope } of fixtureRoutes) {
      const route = routes.find(({ RouteKey }) => RouteKey === `${method} ${path}`);
      expect(route.AuthorizationType).toBe(scope === null ? 'NONE' : 'JWT');
      expect(route.AuthorizationScopes).toEqual(scope ?? undefined);
    }
  });

  it('accepts tokens of the configured issuer for this service only', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://login.example.org', Audience: ['citywhistle'] },
    });
  });
});

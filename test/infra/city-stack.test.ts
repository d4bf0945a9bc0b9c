import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableShape } from '../../functions/adapters/dynamodb/table-shape.ts';
import { functionNames, functionSettings } from '../../infra/stacks/function-settings.ts';
import { throttles } from '../../infra/stacks/throttles.ts';
import { fixtureRoutes } from './fixtures/routes.ts';
import { allowedTo, cityTemplate } from './support/city-template.ts';

const template = cityTemplate();
const statementsOf = (name: string) => allowedTo(template, name);

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

  it('own their log groups, which age out, later in production', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', functionNames.length + 1);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 180 });
    cityTemplate({ stage: 'dev' }).allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
  });

  it('are traced', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' } });
  });

  it('have in production each their own share of instances, no more together than an account has to give', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    const reserved = functions.map(({ Properties }) => Number(Properties.ReservedConcurrentExecutions));

    // An account begins with 1,000, of which 100 cannot be reserved.
    expect(reserved.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(900);
    for (const { Properties } of Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))) {
      const id = Properties.FunctionName.Ref as string;
      const consumer = template.findResources('AWS::Lambda::Function')[id];
      expect(Properties.ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(
        consumer?.Properties.ReservedConcurrentExecutions,
      );
    }
    cityTemplate({ stage: 'dev' }).allResourcesProperties('AWS::Lambda::Function', {
      ReservedConcurrentExecutions: Match.absent(),
    });
  });

  it('let the redrive read dead letters and nobody else', () => {
    for (const name of functionNames) {
      expect(statementsOf(name).includes('sqs:ReceiveMessage on EffectsDeadLetters')).toBe(name === 'manage');
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

  it('limits what each route takes, and makes a route before it limits it', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));

    expect(Object.keys(stage?.Properties.RouteSettings)).toEqual(
      fixtureRoutes.map(({ method, path }) => `${method} ${path}`),
    );
    expect(stage?.Properties.RouteSettings['GET /health']).toEqual({
      ThrottlingRateLimit: throttles.read.rateLimit,
      ThrottlingBurstLimit: throttles.read.burstLimit,
    });
    expect(stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    for (const id of Object.keys(template.findResources('AWS::ApiGatewayV2::Route'))) {
      expect(stage?.DependsOn).toContain(id);
    }
  });

  it('logs each request without an address, a path, a claim or an agent', () => {
    const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    const format = String(stage?.Properties.AccessLogSettings.Format);

    expect(JSON.parse(format)).toMatchObject({ routeKey: '$context.routeKey', status: '$context.status' });
    expect(format).not.toMatch(/identity|context\.path|claims|userAgent|sourceIp|context\.domain/);
  });
});

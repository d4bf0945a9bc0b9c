import { describe, expect, it } from 'vitest';
import { functionNames, functionSettings } from '../../infra/stacks/function-settings.ts';
import { throttles } from '../../infra/stacks/throttles.ts';
import { fixtureRoutes } from './fixtures/routes.ts';
import { cityTemplate } from './support/city-template.ts';
import { short, shortId } from './support/short.ts';

const template = cityTemplate();

/** The properties of all resources of a type, with references in short, by short id. */
const all = (type: string) =>
  new Map(
    Object.entries(template.findResources(type)).map(([id, { Properties }]) => [
      shortId(id),
      short(Properties) as Record<string, unknown>,
    ]),
  );

const title = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Function`;

describe('each function', () => {
  const functions = all('AWS::Lambda::Function');

  it.each(functionNames)('%s has its own file, role, log, time, memory and instances', (name) => {
    const { timeout, memoryMb, reserved, description } = functionSettings[name];

    expect(functions.get(title(name))).toMatchObject({
      Handler: `${name}.handler`,
      Description: description,
      Role: `${title(name)}Role.Arn`,
      LoggingConfig: { LogFormat: 'Text', LogGroup: `${title(name)}Logs` },
      Timeout: timeout.toSeconds(),
      MemorySize: memoryMb,
      ReservedConcurrentExecutions: reserved,
    });
  });

  it.each(functionNames)('%s is told the table and the queues of this very stack', (name) => {
    const { Environment } = functions.get(title(name)) as { Environment: { Variables: object } };

    expect(Environment.Variables).toEqual({
      TABLE_NAME: 'TicketsTable',
      WAKE_QUEUE_URL: 'WakeQueue',
      EFFECT_QUEUE_URL: 'EffectsQueue',
      BOARD_QUEUE_URL: 'BoardsQueue',
      ...(name === 'manage' ? { EFFECT_DLQ_URL: 'EffectsDeadLetters' } : {}),
      CITY: 'beijing',
      PACK: 'beijing-2023',
      TIME_SPEED: '1',
      POWERTOOLS_SERVICE_NAME: `citywhistle-${name}`,
      POWERTOOLS_METRICS_NAMESPACE: 'CityWhistle/beijing/prod',
      POWERTOOLS_LOG_LEVEL: 'INFO',
    });
  });

  it('has the settings its work was measured with', () => {
    const settings = functionNames.map((name) => {
      const { Timeout, MemorySize, ReservedConcurrentExecutions } = functions.get(title(name)) ?? {};
      return [name, Timeout, MemorySize, ReservedConcurrentExecutions];
    });

    expect(settings).toEqual([
      ['intake', 10, 512, 100],
      ['command', 10, 512, 200],
      ['read', 10, 512, 100],
      ['manage', 25, 512, 5],
      ['boards', 25, 512, 20],
      ['board', 300, 1_769, 4],
      ['early', 25, 512, 20],
      ['sweep', 55, 512, 2],
      ['watch', 55, 512, 2],
      ['wake', 30, 512, 40],
      ['deliver', 60, 512, 40],
    ]);
  });
});

describe('roles and policies', () => {
  it('are taken by the service they are for alone, one for each function and schedule', () => {
    const takers = [...all('AWS::IAM::Role')].map(([id, { AssumeRolePolicyDocument }]) => [
      id,
      AssumeRolePolicyDocument,
    ]);
    const takenBy = (Service: string) => ({
      Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service } }],
      Version: '2012-10-17',
    });

    expect(Object.fromEntries(takers)).toEqual({
      ...Object.fromEntries(
        functionNames.map((name) => [`${title(name)}Role`, takenBy('lambda.amazonaws.com')]),
      ),
      SweepRole: takenBy('scheduler.amazonaws.com'),
      WatchRole: takenBy('scheduler.amazonaws.com'),
    });
  });

  it('allow and never but to their own role', () => {
    for (const [id, { PolicyDocument, Roles }] of all('AWS::IAM::Policy')) {
      const { Statement, Version } = PolicyDocument as { Statement: { Effect: string }[]; Version: string };
      expect(Roles).toEqual([id.replace(/DefaultPolicy$/, '')]);
      expect(Version).toBe('2012-10-17');
      expect(new Set(Statement.map(({ Effect }) => Effect))).toEqual(new Set(['Allow']));
    }
  });
});

describe('the queues', () => {
  const queues = all('AWS::SQS::Queue');

  it('keep messages, give them back and give up as their consumers need', () => {
    const settings = [...queues].map(([id, properties]) => {
      const { MessageRetentionPeriod, VisibilityTimeout, RedrivePolicy } = properties;
      return [id, MessageRetentionPeriod, VisibilityTimeout, RedrivePolicy];
    });
    const days = 86_400;
    const redrive = (name: string, maxReceiveCount: number) => ({
      deadLetterTargetArn: `${name}DeadLetters.Arn`,
      maxReceiveCount,
    });

    expect(settings).toEqual([
      ['WakeDeadLetters', 14 * days, undefined, undefined],
      ['WakeQueue', 15 * 60, 180, redrive('Wake', 5)],
      ['EffectsDeadLetters', 14 * days, undefined, undefined],
      ['EffectsQueue', 14 * days, 360, redrive('Effects', 8)],
      ['BoardsDeadLetters', 14 * days, undefined, undefined],
      ['BoardsQueue', days, 1_800, redrive('Boards', 5)],
    ]);
  });

  it('refuse plain HTTP each by a policy of its own', () => {
    const policies = [...all('AWS::SQS::QueuePolicy').values()].map((policy) => {
      const { Queues, PolicyDocument } = policy as {
        Queues: string[];
        PolicyDocument: { Statement: unknown };
      };
      return [Queues, PolicyDocument.Statement];
    });

    expect(policies).toEqual(
      [...queues.keys()].map((queue) => [
        [queue],
        [
          {
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Resource: `${queue}.Arn`,
          },
        ],
      ]),
    );
  });

  it('feed each its own consumer', () => {
    const feeds = [...all('AWS::Lambda::EventSourceMapping').values()].map((mapping) => {
      const { EventSourceArn, FunctionName, BatchSize, ScalingConfig } = mapping;
      return [EventSourceArn, FunctionName, BatchSize, ScalingConfig];
    });

    expect(feeds.sort()).toEqual([
      ['BoardsQueue.Arn', 'BoardFunction', 1, { MaximumConcurrency: 2 }],
      ['EffectsQueue.Arn', 'DeliverFunction', 5, { MaximumConcurrency: 20 }],
      ['WakeQueue.Arn', 'WakeFunction', 10, { MaximumConcurrency: 20 }],
    ]);
  });
});

it.each(['Sweep', 'Watch'])(
  'the schedule %s runs its function each minute, and misses rather than repeats',
  (name) => {
    expect(all('AWS::Scheduler::Schedule').get(`${name}Schedule`)).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: `${name}Function.Arn`,
        RoleArn: `${name}Role.Arn`,
        RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
      },
    });
  },
);

describe('the HTTP API', () => {
  const routes = new Map(
    [...all('AWS::ApiGatewayV2::Route').values()].map((route) => [route.RouteKey, route]),
  );
  const integrations = all('AWS::ApiGatewayV2::Integration');
  const [stage] = [...all('AWS::ApiGatewayV2::Stage').values()];

  it.each(fixtureRoutes)('sends $method $path to the function of the table, which it may call', (route) => {
    const { Target, AuthorizerId, ApiId } = routes.get(`${route.method} ${route.path}`) ?? {};
    const fn = `${title(route.handler)}.Arn`;

    expect(ApiId).toBe('HttpApi');
    expect(AuthorizerId).toBe(route.scope === null ? undefined : 'HttpApiOidc');
    expect(integrations.get(String(Target).replace('integrations/', ''))).toEqual({
      ApiId: 'HttpApi',
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: fn,
      PayloadFormatVersion: '2.0',
    });
    expect([...all('AWS::Lambda::Permission').values()]).toContainEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: fn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:HttpApi/*/*${route.path}`,
    });
  });

  it('limits every route as its function is limited, and what no route takes as reads are', () => {
    const limit = (handler: keyof typeof throttles) => ({
      ThrottlingRateLimit: throttles[handler].rateLimit,
      ThrottlingBurstLimit: throttles[handler].burstLimit,
    });

    expect(stage?.RouteSettings).toEqual(
      Object.fromEntries(
        fixtureRoutes.map(({ method, path, handler }) => [`${method} ${path}`, limit(handler)]),
      ),
    );
    expect(stage?.DefaultRouteSettings).toMatchObject(limit('read'));
    expect(throttles).toEqual({
      intake: { rateLimit: 200, burstLimit: 400 },
      command: { rateLimit: 200, burstLimit: 400 },
      read: { rateLimit: 200, burstLimit: 400 },
      early: { rateLimit: 50, burstLimit: 100 },
      boards: { rateLimit: 20, burstLimit: 40 },
      manage: { rateLimit: 5, burstLimit: 10 },
    });
  });

  it('has one stage, which deploys itself and writes to a log of its own', () => {
    expect([...all('AWS::ApiGatewayV2::Api').values()]).toMatchObject([{ ProtocolType: 'HTTP' }]);
    expect(stage).toMatchObject({
      ApiId: 'HttpApi',
      StageName: '$default',
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn: 'HttpAccessLogLogs.Arn' },
    });
  });

  it('takes tokens from the header where clients put them', () => {
    expect([...all('AWS::ApiGatewayV2::Authorizer').values()]).toMatchObject([
      { ApiId: 'HttpApi', IdentitySource: ['$request.header.Authorization'] },
    ]);
  });
});

it('the topic of alarms takes nothing over plain HTTP, and its key is for CloudWatch in this account', () => {
  expect([...all('AWS::SNS::TopicPolicy').values()]).toMatchObject([
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
  expect(all('AWS::SNS::Topic').get('AlarmsTopic')).toMatchObject({ KmsMasterKeyId: 'AlarmsKey.Arn' });
  expect(all('AWS::KMS::Key').get('AlarmsKey')).toMatchObject({
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

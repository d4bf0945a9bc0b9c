import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Code, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { type GatewayRoute, HttpGateway } from '../constructs/http-gateway.ts';
import { MinuteSchedule } from '../constructs/minute-schedule.ts';
import { PromiseAlarms } from '../constructs/promise-alarms.ts';
import { PromiseDashboard } from '../constructs/promise-dashboard.ts';
import { consumeQueue } from '../constructs/queue-consumer.ts';
import { metricsNamespaceOf, ServiceFunction } from '../constructs/service-function.ts';
import { TicketTable } from '../constructs/ticket-table.ts';
import { WatchedQueue } from '../constructs/watched-queue.ts';
import { functionNeeds } from '../needs/function-needs.ts';
import { type FunctionName, functionNames, functionSettings } from './function-settings.ts';
import { factsOf } from './region-facts.ts';
import { removalOf, type Stage, stageSettings } from './stage-settings.ts';
import { throttles } from './throttles.ts';

export interface CityStackProps {
  readonly scope: Construct;
  readonly id: string;
  readonly stage: Stage;
  /** Where it is deployed; absent: decided when it is deployed, outside China. */
  readonly region?: string | undefined;
  /** The directory with one `<function>.mjs` per function and their data files. */
  readonly assetDir: string;
  readonly routes: readonly GatewayRoute[];
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  /** Name of the city's directory and catalogue, and of the policy pack it runs by until another is published. */
  readonly city: string;
  readonly pack: string;
  /** How many times faster than life; 1 but in demonstrations. */
  readonly speed: number;
  /** Whether the table has a key of the city's own. */
  readonly ownKey: boolean;
  /** The topic alarms go to; absent: one of the stack's own. */
  readonly alarmTopicArn?: string | undefined;
}

/** A city's whole service: one table, three queues, its functions, one HTTP API, two schedules, alarms and a dashboard. */
export class CityStack extends Stack {
  private readonly tickets: TicketTable;
  private readonly queues: Readonly<Record<'wake' | 'effects' | 'boards', WatchedQueue>>;

  constructor(props: CityStackProps) {
    super(props.scope, props.id, {
      description: `CityWhistle: the rules of a city hotline (${props.city}, ${props.stage})`,
      stackName: `citywhistle-${props.city}-${props.stage}`,
      ...(props.region === undefined ? {} : { env: { region: props.region } }),
    });
    this.tickets = new TicketTable({
      scope: this,
      id: 'Tickets',
      removal: removalOf(props.stage),
      isProtected: stageSettings[props.stage].keepsData,
      ownKey: props.ownKey,
    });
    this.queues = this.createQueues();
    const created = this.createFunctions(props);
    const functions = Object.fromEntries(
      Object.entries(created).map(([name, made]) => [name, made.function]),
    ) as Record<FunctionName, LambdaFunction>;
    new MinuteSchedule({
      scope: this,
      id: 'Sweep',
      target: functions.sweep,
      description: functionSettings.sweep.description,
    });
    new MinuteSchedule({
      scope: this,
      id: 'Watch',
      target: functions.watch,
      description: functionSettings.watch.description,
    });
    const gateway = new HttpGateway({
      scope: this,
      id: 'Http',
      routes: props.routes,
      handlers: functions,
      throttles,
      accessLog: { retention: stageSettings[props.stage].logRetention },
      oidcIssuer: props.oidcIssuer,
      oidcAudience: props.oidcAudience,
    });
    const parts = {
      namespace: metricsNamespaceOf(props.city, props.stage),
      table: this.tickets.table,
      queues: this.queues,
      functions,
      api: gateway.api,
    };
    const { topic } = new AlarmTopic({ scope: this, id: 'Alarms', arn: props.alarmTopicArn });
    new PromiseAlarms({ scope: this, id: 'Alarm', parts, topic });
    new PromiseDashboard({ scope: this, id: 'Promises', parts, title: `${props.city} ${props.stage}` });
    new CfnOutput(this, 'ApiUrl', { value: gateway.api.apiEndpoint });
    new CfnOutput(this, 'TableName', { value: this.tickets.table.tableName });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
  }

  private createQueues(): Readonly<Record<'wake' | 'effects' | 'boards', WatchedQueue>> {
    return {
      wake: new WatchedQueue({
        scope: this,
        id: 'Wake',
        consumerTimeout: functionSettings.wake.timeout,
        retention: Duration.minutes(15),
        receivesMax: 5,
      }),
      effects: new WatchedQueue({
        scope: this,
        id: 'Effects',
        consumerTimeout: functionSettings.deliver.timeout,
        retention: Duration.days(14),
        receivesMax: 8,
      }),
      boards: new WatchedQueue({
        scope: this,
        id: 'Boards',
        consumerTimeout: functionSettings.board.timeout,
        retention: Duration.days(1),
        receivesMax: 5,
      }),
    };
  }

  private createFunctions(props: CityStackProps): Record<FunctionName, ServiceFunction> {
    const { wake, effects, boards } = this.queues;
    const { logRetention, reservesConcurrency } = stageSettings[props.stage];
    const code = Code.fromAsset(props.assetDir);
    const environment = {
      TABLE_NAME: this.tickets.table.tableName,
      WAKE_QUEUE_URL: wake.queue.queueUrl,
      EFFECT_QUEUE_URL: effects.queue.queueUrl,
      BOARD_QUEUE_URL: boards.queue.queueUrl,
      CITY: props.city,
      PACK: props.pack,
      TIME_SPEED: String(props.speed),
    };
    const create = (name: FunctionName): ServiceFunction => {
      const { reserved, sendsTo, ...settings } = functionSettings[name];
      const created = new ServiceFunction({
        ...settings,
        ...factsOf(props.region),
        scope: this,
        id: `${name.charAt(0).toUpperCase()}${name.slice(1)}Function`,
        entry: name,
        code,
        logRetention,
        ...(reservesConcurrency ? { reserved } : {}),
        metricsNamespace: metricsNamespaceOf(props.city, props.stage),
        environment,
      });
      this.tickets.allow(created, functionNeeds[name]);
      const queues = sendsTo.map((target) => this.queues[target].queue.queueArn);
      if (queues.length > 0) created.allow(['sqs:SendMessage'], ...queues);
      return created;
    };
    const functions = Object.fromEntries(functionNames.map((name) => [name, create(name)])) as Record<
      FunctionName,
      ServiceFunction
    >;
    // Redrive moves dead letters back by itself, so that it can bound how many.
    functions.manage.function.addEnvironment('EFFECT_DLQ_URL', effects.deadLetters.queueUrl);
    functions.manage.allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], effects.deadLetters.queueArn);
    consumeQueue({
      consumer: functions.wake,
      queue: wake.queue,
      batchMax: 10,
      concurrencyMax: 20,
      delaysMessages: false,
    });
    consumeQueue({
      consumer: functions.deliver,
      queue: effects.queue,
      batchMax: 5,
      concurrencyMax: 20,
      delaysMessages: true,
    });
    // Two is the least there is; that a board has one worker at a time is the claim's to see to.
    consumeQueue({
      consumer: functions.board,
      queue: boards.queue,
      batchMax: 1,
      concurrencyMax: 2,
      delaysMessages: true,
    });
    return functions;
  }
}

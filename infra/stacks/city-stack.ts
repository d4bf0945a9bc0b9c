import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Code, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type GatewayRoute, HttpGateway } from '../constructs/http-gateway.ts';
import { MinuteSchedule } from '../constructs/minute-schedule.ts';
import { consumeQueue } from '../constructs/queue-consumer.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { TicketTable } from '../constructs/ticket-table.ts';
import { WatchedQueue } from '../constructs/watched-queue.ts';
import { type FunctionName, functionNames, functionSettings } from './function-settings.ts';

export interface CityStackProps {
  readonly scope: Construct;
  readonly id: string;
  /** The directory with one `<function>.mjs` per function and their data files. */
  readonly assetDir: string;
  readonly routes: readonly GatewayRoute[];
  readonly oidcIssuer: string;
  readonly oidcAudience: string;
  /** Name of the city's directory and catalogue, and of the policy pack it runs by. */
  readonly city: string;
  readonly pack: string;
}

/** A city's whole service: one table, three queues, ten functions, one HTTP API, one schedule. */
export class CityStack extends Stack {
  private readonly tickets: TicketTable;
  private readonly queues: Readonly<Record<'wake' | 'effects' | 'boards', WatchedQueue>>;

  constructor(props: CityStackProps) {
    super(props.scope, props.id, { description: 'CityWhistle: the rules of a city hotline' });
    this.tickets = new TicketTable({ scope: this, id: 'Tickets' });
    this.queues = {
      wake: new WatchedQueue({
        scope: this,
        id: 'Wake',
        consumerTimeout: functionSettings.wake.timeout,
        retention: Duration.minutes(15),
        receivesMax: 5,
        impact:
          'A ticket cannot be woken: its deadlines, escalations and callbacks wait for the sweeper, which will fail on it too. Look at the dead letter, mend its cause and redrive.',
      }),
      effects: new WatchedQueue({
        scope: this,
        id: 'Effects',
        consumerTimeout: functionSettings.deliver.timeout,
        retention: Duration.days(14),
        receivesMax: 8,
        impact:
          'A unit or the hotline platform has not been told of a change, or a ledger entry is missing from the board. Mend the receiver and redrive the dead letters.',
      }),
      boards: new WatchedQueue({
        scope: this,
        id: 'Boards',
        consumerTimeout: functionSettings.board.timeout,
        retention: Duration.days(1),
        receivesMax: 5,
        impact:
          'A board has not been computed: units see an older one, or none. Nothing half-done is visible. Mend the cause and ask for the job again with its idempotency key.',
      }),
    };
    const functions = this.createFunctions(props);
    consumeQueue({
      consumer: functions.wake,
      queue: this.queues.wake.queue,
      batchMax: 10,
      concurrencyMax: 20,
    });
    consumeQueue({
      consumer: functions.deliver,
      queue: this.queues.effects.queue,
      batchMax: 5,
      concurrencyMax: 20,
    });
    // Two is the least there is; that a board has one worker at a time is the claim's to see to.
    consumeQueue({
      consumer: functions.board,
      queue: this.queues.boards.queue,
      batchMax: 1,
      concurrencyMax: 2,
    });
    new MinuteSchedule({
      scope: this,
      id: 'Sweep',
      target: functions.sweep,
      description: functionSettings.sweep.description,
    });
    const gateway = new HttpGateway({ ...props, scope: this, id: 'Http', handlers: functions });
    new CfnOutput(this, 'ApiUrl', { value: gateway.api.apiEndpoint });
  }

  private createFunctions(props: CityStackProps): Record<FunctionName, LambdaFunction> {
    const { wake, effects, boards } = this.queues;
    const code = Code.fromAsset(props.assetDir);
    const environment = {
      TABLE_NAME: this.tickets.table.tableName,
      WAKE_QUEUE_URL: wake.queue.queueUrl,
      EFFECT_QUEUE_URL: effects.queue.queueUrl,
      BOARD_QUEUE_URL: boards.queue.queueUrl,
      CITY: props.city,
      PACK: props.pack,
      TIME_SPEED: '1',
    };
    const create = (name: FunctionName): LambdaFunction => {
      const settings = functionSettings[name];
      const created = new ServiceFunction({
        ...settings,
        scope: this,
        id: `${name.charAt(0).toUpperCase()}${name.slice(1)}Function`,
        entry: name,
        code,
        environment,
      }).function;
      if (settings.table === 'read') this.tickets.grantRead(created);
      else this.tickets.grantReadWrite(created);
      for (const target of settings.sendsTo) this.queues[target].queue.grantSendMessages(created);
      return created;
    };
    const functions = Object.fromEntries(functionNames.map((name) => [name, create(name)])) as Record<
      FunctionName,
      LambdaFunction
    >;
    // Redrive moves dead letters back by itself, so that it can bound how many.
    functions.manage.addEnvironment('EFFECT_DLQ_URL', effects.deadLetters.queueUrl);
    effects.deadLetters.grantConsumeMessages(functions.manage);
    return functions;
  }
}

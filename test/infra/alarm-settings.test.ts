import { expect, it } from 'vitest';
import { cityTemplate } from './support/city-template.ts';
import { short, shortId } from './support/short.ts';

const alarms = Object.entries(cityTemplate().findResources('AWS::CloudWatch::Alarm'));

interface Stat {
  readonly Metric: { readonly Namespace: string; readonly MetricName: string; readonly Dimensions: unknown };
  readonly Period: number;
  readonly Stat: string;
}
interface Part {
  readonly Id: string;
  readonly Expression?: string;
  readonly ReturnData: boolean;
  readonly MetricStat?: Stat;
}

/** A metric in one line: what is counted of whom, how, in how many seconds. */
const line = (
  space: string,
  name: string,
  dimensions: unknown,
  statistic: string,
  period: number,
): string => {
  const [{ Name, Value }] = short(dimensions) as [{ Name: string; Value: string }];
  return `${space} ${name} of ${Name}=${Value}, ${statistic} in ${period} s`;
};

/** When an alarm goes off, in a line or, for sums of metrics, a few. */
function when({ Properties: alarm }: { Properties: Record<string, unknown> }): readonly string[] {
  const parts = (alarm.Metrics as readonly Part[] | undefined)?.map(
    ({ Id, Expression, MetricStat, ReturnData }) =>
      MetricStat === undefined
        ? `${ReturnData ? '' : 'hidden '}${Expression}`
        : `${ReturnData ? 'shown ' : ''}${Id} = ${line(MetricStat.Metric.Namespace, MetricStat.Metric.MetricName, MetricStat.Metric.Dimensions, MetricStat.Stat, MetricStat.Period)}`,
  );
  const statistic = String(alarm.Statistic ?? alarm.ExtendedStatistic);
  const metric = parts ?? [
    line(
      String(alarm.Namespace),
      String(alarm.MetricName),
      alarm.Dimensions,
      statistic,
      Number(alarm.Period),
    ),
  ];
  const sign = alarm.ComparisonOperator === 'LessThanThreshold' ? '<' : alarm.ComparisonOperator;
  return [
    ...metric,
    `${sign === 'GreaterThanOrEqualToThreshold' ? '>=' : sign} ${alarm.Threshold}, ${alarm.DatapointsToAlarm} of ${alarm.EvaluationPeriods}, silence ${alarm.TreatMissingData}`,
  ];
}

const own = 'CityWhistle/beijing/prod';
const after = (threshold: string, points: string) => `${threshold}, ${points}, silence notBreaching`;
const once = after('>= 1', '1 of 1');
/** A metric that a function of the service measures of itself. */
const ofService = (metric: string, name: string, statistic: string, when: string) => [
  `${own} ${metric} of service=citywhistle-${name}, ${statistic} in 60 s`,
  when,
];
const dead = (queue: string) => [
  `AWS/SQS ApproximateNumberOfMessagesVisible of QueueName=${queue}.QueueName, Maximum in 60 s`,
  once,
];
const throttled = (name: string, id: string) =>
  `${id} = AWS/Lambda Throttles of FunctionName=${name}Function, Sum in 60 s`;

it('the alarms go off when they were meant to', () => {
  const settings = Object.fromEntries(
    alarms.map(([id, alarm]) => [shortId(id).replace(/^Alarm/, ''), when(alarm as never)]),
  );

  expect(settings).toEqual({
    wakeDeadLetters: dead('WakeDeadLetters'),
    effectsDeadLetters: dead('EffectsDeadLetters'),
    boardsDeadLetters: dead('BoardsDeadLetters'),
    intakeFailing: [
      'IF(requests >= 20, 100 * FILL(failures, 0) / requests, 0)',
      `requests = ${own} Requests of service=citywhistle-intake, Sum in 300 s`,
      `failures = ${own} Failures of service=citywhistle-intake, Sum in 300 s`,
      once,
    ],
    apiFailing: ['AWS/ApiGateway 5xx of ApiId=HttpApi, Sum in 60 s', after('>= 5', '3 of 5')],
    timersLate: ofService('TimerLatenessMs', 'wake', 'p99', after('>= 60000', '3 of 5')),
    promisesOverdue: ofService('OldestPromiseLateMs', 'sweep', 'Maximum', after('>= 300000', '3 of 3')),
    sweepsMissing: ofService('OldestPromiseLateMs', 'sweep', 'SampleCount', '< 1, 3 of 3, silence breaching'),
    sweepsCutShort: ofService('SweepsCutShort', 'sweep', 'Sum', after('>= 1', '5 of 10')),
    watchesMissing: ofService('HoursWatched', 'watch', 'SampleCount', '< 1, 10 of 10, silence breaching'),
    outboxOld: [
      'AWS/SQS ApproximateAgeOfOldestMessage of QueueName=EffectsQueue.QueueName, Maximum in 60 s',
      after('>= 600', '3 of 3'),
    ],
    functionsThrottled: [
      'SUM(METRICS())',
      ...['Intake', 'Command', 'Read', 'Board', 'Early', 'Sweep', 'Wake', 'Deliver'].map((name) =>
        throttled(name, name.toLowerCase()),
      ),
      after('>= 1', '2 of 5'),
    ],
    tableThrottled: [
      'FILL(reads, 0) + FILL(writes, 0)',
      'reads = AWS/DynamoDB ReadThrottleEvents of TableName=TicketsTable, Sum in 60 s',
      'writes = AWS/DynamoDB WriteThrottleEvents of TableName=TicketsTable, Sum in 60 s',
      after('>= 1', '2 of 5'),
    ],
    rulesNotTaken: ofService('RulesNotTaken', 'sweep', 'Sum', once),
  });
});

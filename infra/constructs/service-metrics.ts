import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { WatchedQueue } from './watched-queue.ts';

const minute = Duration.minutes(1);

/** What alarms and the dashboard look at: the parts of one deployment. */
export interface WatchedParts {
  readonly namespace: string;
  readonly table: Table;
  readonly queues: Readonly<Record<'wake' | 'effects' | 'boards', WatchedQueue>>;
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  readonly api: HttpApi;
}

/** A metric that a function of the service measures itself, minute by minute. */
export const own = (parts: WatchedParts, entry: string, metricName: string, statistic: string): Metric =>
  new Metric({
    namespace: parts.namespace,
    metricName,
    dimensionsMap: { service: `citywhistle-${entry}` },
    statistic,
    period: minute,
  });

/** The share of requests that `entry` failed on, in percent; none while fewer than 20 came. */
export const failedShare = (parts: WatchedParts, entry: string): IMetric => {
  const period = Duration.minutes(5);
  return new MathExpression({
    expression: 'IF(requests >= 20, 100 * FILL(failures, 0) / requests, 0)',
    usingMetrics: {
      requests: own(parts, entry, 'Requests', 'Sum').with({ period }),
      failures: own(parts, entry, 'Failures', 'Sum').with({ period }),
    },
    period,
    label: `${entry}: failed, %`,
  });
};

export const deadLetters = ({ deadLetters }: WatchedQueue): Metric =>
  deadLetters.metricApproximateNumberOfMessagesVisible({ period: minute, statistic: 'Maximum' });

export const oldestMessage = ({ queue }: WatchedQueue): Metric =>
  queue.metricApproximateAgeOfOldestMessage({ period: minute, statistic: 'Maximum' });

/** The functions that citizens and units wait for. CloudWatch adds up at most ten metrics for an alarm. */
const waitedFor = ['intake', 'command', 'read', 'early', 'sweep', 'wake', 'deliver', 'board'];

/** Throttles of the functions somebody waits for, together. */
export const throttles = ({ functions }: WatchedParts): IMetric =>
  new MathExpression({
    expression: 'SUM(METRICS())',
    usingMetrics: Object.fromEntries(
      Object.entries(functions)
        .filter(([name]) => waitedFor.includes(name))
        .map(([name, fn]) => [name, fn.metricThrottles({ period: minute, statistic: 'Sum' })]),
    ),
    period: minute,
    label: 'throttled invocations',
  });

/** Reads and writes of the table that DynamoDB turned away. */
export const tableThrottles = ({ table }: WatchedParts): IMetric => {
  const of = (metricName: string) => table.metric(metricName, { period: minute, statistic: 'Sum' });
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    usingMetrics: { reads: of('ReadThrottleEvents'), writes: of('WriteThrottleEvents') },
    period: minute,
    label: 'throttled reads and writes',
  });
};

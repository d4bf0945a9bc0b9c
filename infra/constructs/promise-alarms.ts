import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type AlarmId, alarmText } from '../runbook.ts';
import {
  deadLetters,
  failedShare,
  oldestMessage,
  own,
  tableThrottles,
  throttles,
  type WatchedParts,
} from './service-metrics.ts';

/** When an alarm goes off: `minutes` of the last `of` at the threshold or beyond. */
interface Watch {
  readonly metric: IMetric;
  readonly threshold: number;
  readonly minutes: number;
  readonly of?: number;
  /** Whether silence is as bad as the threshold. */
  readonly silenceIsBad?: boolean;
  readonly below?: boolean;
}

const watches = (parts: WatchedParts): Record<AlarmId, Watch> => ({
  wakeDeadLetters: { metric: deadLetters(parts.queues.wake), threshold: 1, minutes: 1 },
  effectsDeadLetters: { metric: deadLetters(parts.queues.effects), threshold: 1, minutes: 1 },
  boardsDeadLetters: { metric: deadLetters(parts.queues.boards), threshold: 1, minutes: 1 },
  intakeFailing: { metric: failedShare(parts, 'intake'), threshold: 1, minutes: 1 },
  apiFailing: {
    metric: parts.api.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
    threshold: 5,
    minutes: 3,
    of: 5,
  },
  timersLate: { metric: own(parts, 'wake', 'TimerLatenessMs', 'p99'), threshold: 60_000, minutes: 3, of: 5 },
  promisesOverdue: {
    metric: own(parts, 'sweep', 'OldestPromiseLateMs', 'Maximum'),
    threshold: 5 * 60_000,
    minutes: 3,
  },
  sweepsMissing: {
    metric: own(parts, 'sweep', 'OldestPromiseLateMs', 'SampleCount'),
    threshold: 1,
    minutes: 3,
    below: true,
    silenceIsBad: true,
  },
  sweepsCutShort: { metric: own(parts, 'sweep', 'SweepsCutShort', 'Sum'), threshold: 1, minutes: 5, of: 10 },
  watchesMissing: {
    metric: own(parts, 'watch', 'HoursWatched', 'SampleCount'),
    threshold: 1,
    minutes: 10,
    below: true,
    silenceIsBad: true,
  },
  outboxOld: { metric: oldestMessage(parts.queues.effects), threshold: 600, minutes: 3 },
  functionsThrottled: { metric: throttles(parts), threshold: 1, minutes: 2, of: 5 },
  tableThrottled: { metric: tableThrottles(parts), threshold: 1, minutes: 2, of: 5 },
  // Every function takes the same rules; this one runs each minute.
  rulesNotTaken: { metric: own(parts, 'sweep', 'RulesNotTaken', 'Sum'), threshold: 1, minutes: 1 },
});

/** The alarms of the service: each says what it means for the city, and tells the topic. */
export class PromiseAlarms extends Construct {
  constructor(props: { scope: Construct; id: string; parts: WatchedParts; topic: ITopic }) {
    super(props.scope, props.id);
    const action = new SnsAction(props.topic);
    for (const [id, watch] of Object.entries(watches(props.parts))) {
      const alarm = new Alarm(this, id, {
        metric: watch.metric,
        threshold: watch.threshold,
        evaluationPeriods: watch.of ?? watch.minutes,
        datapointsToAlarm: watch.minutes,
        comparisonOperator: watch.below
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: watch.silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        alarmDescription: alarmText(id as AlarmId),
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }
}

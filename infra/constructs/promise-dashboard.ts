import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import {
  deadLetters,
  failedShare,
  oldestMessage,
  own,
  tableThrottles,
  throttles,
  type WatchedParts,
} from './service-metrics.ts';

const half = { width: 12, height: 6 };

/** The promises of the service on one page, in the order in which a citizen would notice that one is broken. */
export class PromiseDashboard extends Construct {
  constructor(props: { scope: Construct; id: string; parts: WatchedParts; title: string }) {
    super(props.scope, props.id);
    const { parts } = props;
    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, ...half });
    const queues = Object.values(parts.queues);
    new Dashboard(this, 'Dashboard').addWidgets(
      new TextWidget({ markdown: `# ${props.title}`, width: 24, height: 1 }),
      graph(
        'Intake: requests',
        own(parts, 'intake', 'Requests', 'Sum'),
        own(parts, 'intake', 'TicketsSubmitted', 'Sum'),
      ),
      graph('Intake: failed, %', failedShare(parts, 'intake')),
      graph(
        'Timers: lateness, ms',
        own(parts, 'wake', 'TimerLatenessMs', 'p50'),
        own(parts, 'wake', 'TimerLatenessMs', 'p99'),
      ),
      graph('Timers: oldest promise overdue, ms', own(parts, 'sweep', 'OldestPromiseLateMs', 'Maximum')),
      graph(
        'Outbox: age of the oldest message, s',
        oldestMessage(parts.queues.effects),
        oldestMessage(parts.queues.wake),
      ),
      graph('Dead letters', ...queues.map(deadLetters)),
      graph('Throttles', throttles(parts), tableThrottles(parts)),
      graph('API: errors', parts.api.metricServerError(), parts.api.metricClientError()),
    );
  }
}

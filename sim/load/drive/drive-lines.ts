import { table } from '../../live/report.ts';
import type { DriveFigures, Percentiles } from './drive-figures.ts';
import type { TimersTold } from './timer-watch.ts';

/** The figures of a drive as lines of a table. */
export function driveLines(figures: DriveFigures, timers: TimersTold | undefined): string {
  const counts = (codes: DriveFigures['refused']) =>
    codes.length === 0 ? 'none' : codes.map(([code, count]) => `${code}: ${count}`).join(', ');
  return table([
    ['sent', `${figures.sent} at ${figures.ratePerSecond.toFixed(1)}/s, ${figures.unsent} due but not sent`],
    ['tickets opened', `${figures.opened}, ${figures.known} known already`],
    ['refused', counts(figures.refused)],
    ['unanswered', counts(figures.unanswered)],
    ['answer, from the instant due', percentileText(figures.fromDueMs)],
    ['answer, from sending', percentileText(figures.fromSendingMs)],
    ['timers: promise to webhook', timerText(timers)],
  ]);
}

const percentileText = ({ p50, p90, p99, p999, max }: Percentiles): string =>
  `p50 ${ms(p50)}  p90 ${ms(p90)}  p99 ${ms(p99)}  p99.9 ${ms(p999)}  max ${ms(max)}`;

const ms = (value: number): string => (Number.isFinite(value) ? `${Math.round(value)} ms` : '-');

function timerText(timers: TimersTold | undefined): string {
  if (timers === undefined) return 'not told: webhooks are heard from this machine only';
  if (timers.count === 0) return 'none fell due in this time';
  return `n ${timers.count}  ${percentileText(timers.latenessMs)}`;
}

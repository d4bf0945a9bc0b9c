import { type EpochMs, hourMs } from '../../../functions/core/time.ts';
import { addEnded, addRunning, type LogHistogram } from './log-histogram.ts';

/** Spans of one kind, and those still open whose last sight is known only when the whole file was read. */
export interface OpenSpans {
  readonly histogram: LogHistogram;
  /** Open spans by the hour (since 1970) of their beginning. */
  readonly openByHour: Map<number, number>;
}

/** Counts the span of one request: ended, seen running until a known time, or open until the file ends. */
export function addSpan(
  spans: OpenSpans,
  row: {
    readonly openedAt: EpochMs;
    readonly closedAt: EpochMs | undefined;
    readonly observedUntil: EpochMs | undefined;
  },
): void {
  const { openedAt, closedAt, observedUntil } = row;
  if (closedAt !== undefined) {
    addEnded(spans.histogram, (closedAt - openedAt) / hourMs);
  } else if (observedUntil !== undefined) {
    addRunning(spans.histogram, (observedUntil - openedAt) / hourMs);
  } else {
    const hour = Math.floor(openedAt / hourMs);
    spans.openByHour.set(hour, (spans.openByHour.get(hour) ?? 0) + 1);
  }
}

/** Counts the open spans as running from the middle of their hour until `lastAt`, the last time in the file. */
export function settleOpen(spans: OpenSpans, lastAt: EpochMs): void {
  for (const [hour, count] of spans.openByHour) {
    addRunning(spans.histogram, lastAt / hourMs - hour - 0.5, count);
  }
  spans.openByHour.clear();
}

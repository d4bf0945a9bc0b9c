import { dayMs, type EpochMs, hourMs } from '../../../functions/core/time.ts';
import type { FitRow } from '../read/read-requests.ts';
import { addEnded, addRunning, emptyLogHistogram, type LogHistogram } from '../spans/log-histogram.ts';

/** The days a backtest covers, counted since 1970: fitted on those before `split`, judged from `split` to `end`. */
export interface Halves {
  readonly first: number;
  readonly split: number;
  /** The day after the last. */
  readonly end: number;
}

/** One unit's days. What is fitted from it knows nothing that happened from the split on. */
export interface UnitDays {
  /** Requests opened and closed per day from `first`. */
  readonly opened: Float64Array;
  readonly closed: Float64Array;
  /** Of the requests open at the split, the day they were opened. */
  readonly openAtSplit: Float64Array;
  /** Handling times as known at the split: what was still open then counts as running. */
  readonly spans: LogHistogram;
}

export const emptyUnitDays = ({ first, end }: Halves): UnitDays => ({
  opened: new Float64Array(end - first),
  closed: new Float64Array(end - first),
  openAtSplit: new Float64Array(end - first),
  spans: emptyLogHistogram(),
});

export const dayOf = (at: EpochMs): number => Math.floor(at / dayMs);

/** Counts a request for its unit. Requests without an opening time are not counted. */
export function addToDays(days: UnitDays, { openedAt, closedAt }: FitRow, halves: Halves): void {
  if (openedAt === undefined) return;
  const opened = dayOf(openedAt) - halves.first;
  if (opened < 0 || opened >= days.opened.length) return;
  days.opened[opened]!++;
  const closed = closedAt === undefined ? undefined : dayOf(closedAt) - halves.first;
  if (closed !== undefined && closed < days.closed.length) days.closed[closed]!++;
  const splitAt = halves.split * dayMs;
  if (openedAt >= splitAt) return;
  if (closedAt !== undefined && closedAt < splitAt) addEnded(days.spans, (closedAt - openedAt) / hourMs);
  else {
    days.openAtSplit[opened]!++;
    addRunning(days.spans, (splitAt - openedAt) / hourMs);
  }
}

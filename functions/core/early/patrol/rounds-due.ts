import type { DurationMs, EpochMs } from '../../time.ts';
import { type CivilPeriod, periodAt } from './civil-period.ts';
import type { Rhythm } from './patrol-rules.ts';

/** A round somebody has to make: in its period, from `opensAt` to `dueBy`. */
export interface DueRound {
  readonly rhythm: string;
  /** The key of its day, week or month. */
  readonly period: string;
  readonly opensAt: EpochMs;
  readonly dueBy: EpochMs;
}

/**
 * The rounds of a rhythm whose periods begin in `[fromAt, untilAt)`, oldest first: one for each that has any time the
 * rhythm's calendar counts. So consecutive stretches share no round and lose none, however they are cut.
 *
 * @throws CalendarCoverageError where the calendar has no data for a period
 */
export function roundsDue(
  rhythm: Rhythm,
  { fromAt, untilAt }: { readonly fromAt: EpochMs; readonly untilAt: EpochMs },
  utcOffsetMs: DurationMs,
): DueRound[] {
  const due: DueRound[] = [];
  let period = periodAt(rhythm.period, fromAt, utcOffsetMs);
  if (period.startAt < fromAt) period = periodAt(rhythm.period, period.endAt, utcOffsetMs);
  while (period.startAt < untilAt) {
    if (rhythm.calendar.between(period.startAt, period.endAt) > 0) due.push(roundOf(rhythm, period));
    period = periodAt(rhythm.period, period.endAt, utcOffsetMs);
  }
  return due;
}

const roundOf = (rhythm: Rhythm, { key, startAt, endAt }: CivilPeriod): DueRound => ({
  rhythm: rhythm.key,
  period: key,
  opensAt: startAt + rhythm.opensAfterMs,
  dueBy: endAt - rhythm.closesBeforeMs,
});

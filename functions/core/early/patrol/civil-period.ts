import { type DayNumber, isoDateOf } from '../../calendar/civil-day.ts';
import type { PatrolPeriod } from '../../policy/patrol-policy.ts';
import { type DurationMs, dayMs, type EpochMs } from '../../time.ts';
import { daysSinceMonday } from './period-key.ts';

/** A day, week or month of the civil calendar: `[startAt, endAt)`, and the key people know it by. */
export interface CivilPeriod {
  /** `2018-08-02` of a day, `2018-W31` of a week (ISO 8601), `2018-08` of a month. */
  readonly key: string;
  readonly startAt: EpochMs;
  readonly endAt: EpochMs;
}

/** The period of its kind that an instant lies in, at a fixed offset from UTC. */
export function periodAt(kind: PatrolPeriod, at: EpochMs, utcOffsetMs: DurationMs): CivilPeriod {
  const day = Math.floor((at + utcOffsetMs) / dayMs);
  const [first, next] = bounds[kind](day);
  return {
    key: keys[kind](first),
    startAt: first * dayMs - utcOffsetMs,
    endAt: next * dayMs - utcOffsetMs,
  };
}

/** The first day of the period that a day lies in, and the first day after it. */
const bounds: Readonly<Record<PatrolPeriod, (day: DayNumber) => readonly [DayNumber, DayNumber]>> = {
  day: (day) => [day, day + 1],
  week: (day) => [day - daysSinceMonday(day), day - daysSinceMonday(day) + 7],
  month: (day) => {
    const date = new Date(day * dayMs);
    const first = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs;
    return [first(0), first(1)];
  },
};

const keys: Readonly<Record<PatrolPeriod, (first: DayNumber) => string>> = {
  day: isoDateOf,
  week: (monday) => {
    // The year of an ISO week is that of its Thursday.
    const thursday = isoDateOf(monday + 3);
    const year = thursday.slice(0, 4);
    const ofYear = monday + 3 - Date.UTC(Number(year), 0, 1) / dayMs;
    return `${year}-W${String(Math.floor(ofYear / 7) + 1).padStart(2, '0')}`;
  },
  month: (first) => isoDateOf(first).slice(0, 7),
};

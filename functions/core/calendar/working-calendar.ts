import { type DurationMs, dayMs, type EpochMs } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { CalendarCoverageError } from './calendar-coverage-error.ts';
import type { WorkingCalendarData } from './calendar-schema.ts';
import { dayNumber, isWeekend } from './civil-day.ts';
import { clockTimeMs, utcOffsetMs } from './clock-time.ts';

const allDay: readonly (readonly [string, string])[] = [['00:00', '24:00']];

/**
 * A calendar on which only working days count, all day or in office hours. Counted time since the start of the
 * coverage rises or rests; `add` inverts it and takes the earliest instant where it rests.
 */
export function workingCalendar(data: WorkingCalendarData): Calendar {
  const hours = data.kind === 'working-hours' ? data.hours : allDay;
  const opensMs = Float64Array.from(hours, ([opens]) => clockTimeMs(opens));
  const closesMs = Float64Array.from(hours, ([, closes]) => clockTimeMs(closes));
  const perDayMs = closesMs.reduce((sum, closes, i) => sum + closes - opensMs[i]!, 0);
  const { countedBefore, workdays } = dayTables(data, perDayMs);
  const offsetMs = utcOffsetMs(data.utcOffset);
  const startAt = dayNumber(data.from) * dayMs - offsetMs;
  const endAt = startAt + (countedBefore.length - 1) * dayMs;
  const totalMs = countedBefore.at(-1)!;

  /** Counted time from the start of the coverage to `at`. */
  const counted = (at: EpochMs): DurationMs => {
    if (!(at >= startAt && at <= endAt)) throw outside(at);
    const day = Math.floor((at - startAt) / dayMs);
    let sumMs = countedBefore[day]!;
    if (countedBefore[day + 1] === sumMs) return sumMs;
    const timeOfDay = at - startAt - day * dayMs;
    for (let i = 0; i < opensMs.length && timeOfDay > opensMs[i]!; i++) {
      sumMs += Math.min(timeOfDay, closesMs[i]!) - opensMs[i]!;
    }
    return sumMs;
  };

  /** The earliest instant by which `sumMs` are counted since the start of the coverage. */
  const instantOf = (sumMs: DurationMs): EpochMs => {
    if (!(sumMs >= 0 && sumMs <= totalMs)) throw beyond(sumMs);
    if (sumMs === 0) return startAt;
    const workday = Math.ceil(sumMs / perDayMs) - 1;
    let leftMs = sumMs - workday * perDayMs;
    let i = 0;
    while (leftMs > closesMs[i]! - opensMs[i]!) {
      leftMs -= closesMs[i]! - opensMs[i]!;
      i++;
    }
    return startAt + workdays[workday]! * dayMs + opensMs[i]! + leftMs;
  };

  const outside = (at: EpochMs): Error => {
    if (!Number.isFinite(at)) return new RangeError(`calendar ${data.id}: ${at} is no instant`);
    const year = new Date(at + offsetMs).getUTCFullYear();
    return new CalendarCoverageError({ calendarId: data.id, from: data.from, until: data.until }, year);
  };

  /** A sum the coverage does not hold needs the year after it, or the year before. */
  const beyond = (sumMs: DurationMs): Error => {
    if (!Number.isFinite(sumMs)) return outside(sumMs);
    return outside(sumMs < 0 ? startAt - 1 : endAt);
  };

  return {
    id: data.id,
    kind: data.kind,
    utcOffsetMs: offsetMs,
    add: (at, ms) => instantOf(counted(at) + ms),
    between: (a, b) => counted(b) - counted(a),
  };
}

/**
 * `countedBefore[d]`: counted time before day `d` of the coverage, with one entry more than days.
 * `workdays[n]`: the day of the coverage that is its n-th working day.
 */
function dayTables(data: WorkingCalendarData, perDayMs: DurationMs) {
  const first = dayNumber(data.from);
  const days = dayNumber(data.until) - first + 1;
  const holidays = new Set(data.holidays.map(dayNumber));
  const makeUpWorkdays = new Set(data.makeUpWorkdays.map(dayNumber));
  const isWorked = (day: number) => makeUpWorkdays.has(day) || !(isWeekend(day) || holidays.has(day));
  const countedBefore = new Float64Array(days + 1);
  const workdays: number[] = [];
  for (let day = 0; day < days; day++) {
    const worked = isWorked(first + day);
    if (worked) workdays.push(day);
    countedBefore[day + 1] = countedBefore[day]! + (worked ? perDayMs : 0);
  }
  return { countedBefore, workdays: Float64Array.from(workdays) };
}

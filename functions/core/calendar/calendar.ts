import type { DurationMs, EpochMs } from '../time.ts';
import type { CalendarData } from './calendar-schema.ts';
import { utcOffsetMs } from './clock-time.ts';
import { workingCalendar } from './working-calendar.ts';

/**
 * Turns counted time (the time that runs a clock) into instants and back. For all instants and lengths, in whole ms:
 * `between(at, add(at, ms)) === ms`, `add(add(at, a), b) === add(at, a + b)`, and `add` never falls as `at` or `ms` grow.
 */
export type Calendar = {
  readonly id: string;
  readonly kind: CalendarData['kind'];
  readonly utcOffsetMs: DurationMs;
  /**
   * The earliest instant by which `ms` of counted time have passed since `at`. So a limit that ends with a working
   * day ends there and not on the next morning, and one that starts on a day off starts with the next working day.
   * A negative `ms` looks back: what an overdue clock has left when it is paused. With 0, on a day off, the result is
   * the end of the last working time and may lie before `at`.
   *
   * @throws CalendarCoverageError when either instant is outside the days the calendar has data for
   */
  add(at: EpochMs, ms: DurationMs): EpochMs;
  /**
   * The counted time from `a` to `b`, negative when `b` is the earlier.
   *
   * @throws CalendarCoverageError when either instant is outside the days the calendar has data for
   */
  between(a: EpochMs, b: EpochMs): DurationMs;
};

export type CalendarOptions = {
  /**
   * How often faster than life limits run; 1 unless told. With any other speed the calendar is for demonstrations:
   * `ms` of counted time take `ms / speed` of elapsed time, rounded up to a whole ms (so the first two laws hold for
   * multiples of `speed` only), and holidays, nights and coverage are ignored.
   */
  readonly speed?: number;
};

/**
 * Compiles calendar data, already parsed by `calendarSchema`, to tables in which every question takes constant time
 * and allocates nothing.
 *
 * @throws RangeError when the speed is not a positive number
 */
export function compileCalendar(data: CalendarData, options: CalendarOptions = {}): Calendar {
  const { speed = 1 } = options;
  if (!(speed > 0 && Number.isFinite(speed)))
    throw new RangeError(`speed is a positive number, not ${speed}`);
  if (speed !== 1) return { ...elapsed(data), ...hastened(speed) };
  return data.kind === 'calendar-days' ? elapsed(data) : workingCalendar(data);
}

const elapsed = (data: CalendarData): Calendar => ({
  id: data.id,
  kind: data.kind,
  utcOffsetMs: utcOffsetMs(data.utcOffset),
  add: (at, ms) => at + ms,
  between: (a, b) => b - a,
});

const hastened = (speed: number): Pick<Calendar, 'add' | 'between'> => ({
  add: (at, ms) => at + Math.ceil(ms / speed),
  between: (a, b) => (b - a) * speed,
});

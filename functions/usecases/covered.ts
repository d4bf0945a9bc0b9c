import { CalendarCoverageError } from '../core/calendar/calendar-coverage-error.ts';
import { err, type Result } from '../core/result.ts';
import type { CalendarError } from './errors.ts';

/** Runs a decision; a date past a calendar's coverage becomes an error that names the year. */
export async function covered<Value, Failure>(
  run: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | CalendarError>> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof CalendarCoverageError)) throw cause;
    const { calendarId, year, until } = cause;
    return err({ code: 'CALENDAR_COVERAGE', calendarId, year, until });
  }
}

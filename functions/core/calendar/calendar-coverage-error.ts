/** The days a calendar has data for, as `YYYY-MM-DD`, both included. */
export type Coverage = { readonly calendarId: string; readonly from: string; readonly until: string };

/**
 * Thrown when a time is asked of a calendar outside the days it has holidays for. Use cases answer it with an
 * error that names the year: China publishes a year's holidays only late in the year before.
 */
export class CalendarCoverageError extends Error {
  override readonly name = 'CalendarCoverageError';
  readonly code = 'CALENDAR_COVERAGE';
  readonly calendarId: string;
  /** The nearest year that would be needed and is not covered (in full). */
  readonly year: number;
  readonly from: string;
  readonly until: string;

  constructor(coverage: Coverage, year: number) {
    const { calendarId, from, until } = coverage;
    super(
      `calendar ${calendarId} does not cover the year ${year}: it has the holidays of ${from} to ${until}`,
    );
    this.calendarId = calendarId;
    this.year = year;
    this.from = from;
    this.until = until;
  }
}

import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../functions/core/calendar/calendar.ts';
import { CalendarCoverageError } from '../../../functions/core/calendar/calendar-coverage-error.ts';
import { cnWorkdays } from '../../../functions/core/calendar/cn-workdays.ts';
import { dayMs, hourMs, minuteMs } from '../../../functions/core/time.ts';
import { beijing, elapsed, officeHours, workdays } from './sample-calendars.ts';

describe('working days', () => {
  it.each([
    ['runs through a plain week', '2024-03-04 10:00', 2 * dayMs, '2024-03-06 10:00'],
    ['skips a weekend', '2024-03-08 10:00', dayMs, '2024-03-11 10:00'],
    [
      'skips the Spring Festival and works its make-up Sunday',
      '2024-02-09 12:00',
      2 * dayMs,
      '2024-02-19 12:00',
    ],
    ['starts on a holiday with the next working day', '2024-10-03 15:00', dayMs, '2024-10-09 00:00'],
    ['starts a moment into the next working day', '2024-10-03 15:00', hourMs, '2024-10-08 01:00'],
    [
      'ends with the working day, not on the morning after the weekend',
      '2024-03-08 00:00',
      dayMs,
      '2024-03-09 00:00',
    ],
    ['counts a make-up Saturday', '2024-10-11 12:00', dayMs, '2024-10-12 12:00'],
    ['crosses New Year', '2024-12-31 12:00', dayMs, '2025-01-02 12:00'],
    [
      'gives 15 working days over the National Day holiday',
      '2024-09-20 09:00',
      15 * dayMs,
      '2024-10-16 09:00',
    ],
    ['looks back over a weekend', '2024-03-11 10:00', -dayMs, '2024-03-08 10:00'],
  ])('%s', (_, from, ms, until) => {
    expect(workdays().add(beijing(from), ms)).toBe(beijing(until));
    expect(workdays().between(beijing(from), beijing(until))).toBe(ms);
  });

  it('keeps the time an overdue clock has lost through a pause', () => {
    const dueAt = workdays().add(beijing('2024-03-08 00:00'), dayMs);
    const leftMs = workdays().between(beijing('2024-03-11 05:00'), dueAt);

    expect(leftMs).toBe(-5 * hourMs);
    expect(workdays().add(beijing('2024-03-11 05:00'), leftMs)).toBe(dueAt);
    expect(workdays().add(beijing('2024-03-13 09:00'), leftMs)).toBe(beijing('2024-03-13 04:00'));
  });

  it('counts nothing on a holiday', () => {
    expect(workdays().between(beijing('2024-10-01 00:00'), beijing('2024-10-08 00:00'))).toBe(0);
  });
});

describe('working hours', () => {
  it.each([
    ['stops at noon and goes on after the break', '2024-03-04 11:30', hourMs, '2024-03-04 13:30'],
    ['may end with the morning', '2024-03-04 11:00', hourMs, '2024-03-04 12:00'],
    ['may end with the day', '2024-03-04 17:00', hourMs, '2024-03-04 18:00'],
    ['starts at opening when asked at night', '2024-03-04 23:10', 20 * minuteMs, '2024-03-05 09:20'],
    ['goes on after a weekend', '2024-03-08 17:30', 2 * hourMs, '2024-03-11 10:30'],
    ['counts eight hours a day', '2024-03-04 09:00', 24 * hourMs, '2024-03-06 18:00'],
  ])('%s', (_, from, ms, until) => {
    expect(officeHours().add(beijing(from), ms)).toBe(beijing(until));
    expect(officeHours().between(beijing(from), beijing(until))).toBe(ms);
  });
});

describe('calendar days', () => {
  it('counts every millisecond of any year', () => {
    expect(elapsed().add(beijing('2090-01-01 00:00'), 15 * dayMs)).toBe(beijing('2090-01-16 00:00'));
    expect(elapsed().between(beijing('1990-01-01 00:00'), beijing('1990-01-02 00:00'))).toBe(dayMs);
  });
});

describe('coverage', () => {
  const error = (act: () => unknown): unknown => {
    try {
      return act();
    } catch (thrown) {
      return thrown;
    }
  };

  it('covers the last day to its end', () => {
    expect(workdays().add(beijing('2026-12-30 00:00'), 2 * dayMs)).toBe(beijing('2027-01-01 00:00'));
  });

  it('begins with the first moment of its first day', () => {
    const first = beijing('2010-01-01 00:00');

    expect(workdays().between(first, first)).toBe(0);
    expect(workdays().add(first, 0)).toBe(first);
    expect(error(() => workdays().between(first - 1, first))).toMatchObject({ year: 2009 });
  });

  it('ends with the last moment of its last day', () => {
    const end = beijing('2027-01-01 00:00');

    expect(workdays().between(end - 30 * hourMs, end)).toBe(30 * hourMs);
    expect(officeHours().between(end - 30 * hourMs, end)).toBe(8 * hourMs);
    expect(error(() => workdays().between(end, end + 1))).toMatchObject({ year: 2027 });
  });

  it('names the calendar, the year and the coverage when a limit runs past its last day', () => {
    const thrown = error(() => workdays().add(beijing('2026-12-30 00:00'), 2 * dayMs + 1));

    expect(thrown).toBeInstanceOf(CalendarCoverageError);
    expect(String(thrown)).toMatch(/^CalendarCoverageError: calendar cn-workdays/);
    expect(thrown).toMatchObject({
      code: 'CALENDAR_COVERAGE',
      calendarId: 'cn-workdays',
      year: 2027,
      from: '2010-01-01',
      until: '2026-12-31',
      message:
        'calendar cn-workdays does not cover the year 2027: it has the holidays of 2010-01-01 to 2026-12-31',
    });
  });

  it.each([
    ['starts after the coverage', () => workdays().add(beijing('2031-05-01 00:00'), 1), 2031],
    ['starts before the coverage', () => workdays().add(beijing('2009-12-31 23:59'), 1), 2009],
    ['looks back past the coverage', () => officeHours().add(beijing('2010-01-05 12:00'), -90 * dayMs), 2009],
    [
      'asks for the time between instants outside',
      () => workdays().between(0, beijing('2024-01-01 00:00')),
      1970,
    ],
  ])('refuses a question that %s', (_, act, year) => {
    expect(error(act)).toMatchObject({ code: 'CALENDAR_COVERAGE', year });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses the instant %s', (at) => {
    expect(() => workdays().add(at, 1)).toThrow(new RangeError(`calendar cn-workdays: ${at} is no instant`));
    expect(() => workdays().add(beijing('2024-01-01 00:00'), at)).toThrow(RangeError);
  });
});

describe('a demonstration calendar', () => {
  const hourInSecond = () => compileCalendar(cnWorkdays, { speed: 3600 });

  it('lets an hour pass in a second, on holidays and past the coverage too', () => {
    expect(hourInSecond().add(beijing('2024-10-01 00:00'), 24 * hourMs)).toBe(
      beijing('2024-10-01 00:00') + 24_000,
    );
    expect(hourInSecond().between(beijing('2031-10-01 00:00'), beijing('2031-10-01 00:01'))).toBe(
      60 * hourMs,
    );
  });

  it('rounds up to whole milliseconds, so that no limit ends early', () => {
    expect(hourInSecond().add(0, 1)).toBe(1);
    expect(hourInSecond().add(0, 3601)).toBe(2);
  });

  it('conserves what is left through a pause', () => {
    const dueAt = hourInSecond().add(beijing('2024-03-04 10:00'), 15 * dayMs + 17);
    const leftMs = hourInSecond().between(beijing('2024-03-04 10:03'), dueAt);

    expect(hourInSecond().add(beijing('2024-03-04 10:03'), leftMs)).toBe(dueAt);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the speed %s', (speed) => {
    expect(() => compileCalendar(cnWorkdays, { speed })).toThrow(/speed is a positive number/);
  });
});

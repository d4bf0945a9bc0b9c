import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, compileCalendar } from '../../../../functions/core/calendar/calendar.ts';
import { calendarSchema } from '../../../../functions/core/calendar/calendar-schema.ts';
import { cnWorkdays } from '../../../../functions/core/calendar/cn-workdays.ts';
import type { Rhythm } from '../../../../functions/core/early/patrol/patrol-rules.ts';
import { roundsDue } from '../../../../functions/core/early/patrol/rounds-due.ts';
import { dayMs, hourMs } from '../../../../functions/core/time.ts';

const offsetMs = 8 * hourMs;
const everyDay = compileCalendar(
  calendarSchema.parse({
    id: 'calendar-days',
    kind: 'calendar-days',
    utcOffset: '+08:00',
    basis: 'every day counts',
  }),
);
const workdays = compileCalendar(cnWorkdays);
const rhythm = (period: Rhythm['period'], calendar: Calendar): Rhythm => ({
  key: period,
  title: { zh: '巡', en: 'round' },
  period,
  opensAfterMs: 6 * hourMs,
  closesBeforeMs: 2 * hourMs,
  calendar,
});

const local = (year: number, month: number, day: number) => Date.UTC(year, month, day) - offsetMs;
const someMonth = fc.tuple(fc.integer({ min: 2016, max: 2025 }), fc.integer({ min: 0, max: 11 }));
const calendars = { everyDay, workdays } as const;
const someCalendar = fc.constantFrom(...(['everyDay', 'workdays'] as const));
const somePeriod = fc.constantFrom<Rhythm['period']>('day', 'week', 'month');

/** Whether the calendar counts any of a local day: asked hour by hour, not as the code under test asks it. */
const counts = (calendar: Calendar, dayAt: number) =>
  Array.from({ length: 24 }, (_, hour) => dayAt + hour * hourMs).some(
    (at) => calendar.between(at, at + hourMs) > 0,
  );

describe('the rounds due in a month', () => {
  it('number its days, and the weeks and the month that begin in it, as far as the calendar counts them', () => {
    fc.assert(
      fc.property(someMonth, someCalendar, ([year, month], name) => {
        const calendar = calendars[name];
        const days: number[] = [];
        for (let at = local(year, month, 1); at < local(year, month + 1, 1); at += dayMs) days.push(at);
        const mondays = days.filter((at) => new Date(at + offsetMs).getUTCDay() === 1);
        const workingWeeks = mondays.filter((monday) =>
          [0, 1, 2, 3, 4, 5, 6].some((n) => counts(calendar, monday + n * dayMs)),
        );

        const due = (period: Rhythm['period']) =>
          roundsDue(rhythm(period, calendar), { fromAt: days[0]!, untilAt: days.at(-1)! + dayMs }, offsetMs);

        expect(due('day').length).toBe(days.filter((at) => counts(calendar, at)).length);
        expect(due('week').length).toBe(workingWeeks.length);
        expect(due('month').length).toBe(1);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('are the same however a stretch of time is cut in two', () => {
    fc.assert(
      fc.property(
        somePeriod,
        someCalendar,
        fc.tuple(
          fc.integer({ min: local(2020, 0, 1), max: local(2020, 5, 1) }),
          fc.integer({ min: 0, max: 90 * dayMs }),
          fc.integer({ min: 0, max: 90 * dayMs }),
        ),
        (period, name, [fromAt, aMs, bMs]) => {
          const of = rhythm(period, calendars[name]);
          const untilAt = fromAt + aMs + bMs;

          const whole = roundsDue(of, { fromAt, untilAt }, offsetMs);

          const first = roundsDue(of, { fromAt, untilAt: fromAt + aMs }, offsetMs);
          const second = roundsDue(of, { fromAt: fromAt + aMs, untilAt }, offsetMs);
          expect([...first, ...second]).toEqual(whole);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it('have windows inside their own periods, in order, and never two for one period', () => {
    fc.assert(
      fc.property(
        somePeriod,
        fc.integer({ min: local(2019, 0, 1), max: local(2024, 0, 1) }),
        (period, fromAt) => {
          const due = roundsDue(
            rhythm(period, everyDay),
            { fromAt, untilAt: fromAt + 100 * dayMs },
            offsetMs,
          );

          expect(new Set(due.map((one) => one.period)).size).toBe(due.length);
          for (const [n, { opensAt, dueBy }] of due.entries()) {
            expect(opensAt - 6 * hourMs).toBeGreaterThanOrEqual(fromAt);
            expect(dueBy).toBeGreaterThan(opensAt);
            expect(opensAt).toBeGreaterThan(due[n - 1]?.dueBy ?? 0);
          }
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('the key of a week', () => {
  it('is that of ISO 8601, also where the year of the week is not that of its Monday', () => {
    const weekly = rhythm('week', everyDay);

    const keys = roundsDue(weekly, { fromAt: local(2018, 11, 24), untilAt: local(2019, 0, 8) }, offsetMs);
    const longYear = roundsDue(weekly, { fromAt: local(2020, 11, 28), untilAt: local(2021, 0, 5) }, offsetMs);

    expect(keys.map(({ period }) => period)).toEqual(['2018-W52', '2019-W01', '2019-W02']);
    expect(longYear.map(({ period }) => period)).toEqual(['2020-W53', '2021-W01']);
  });
});

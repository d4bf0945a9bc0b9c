import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../functions/core/calendar/calendar-schema.ts';

const working = {
  id: 'cn-office',
  kind: 'working-hours',
  utcOffset: '+08:00',
  from: '2024-01-01',
  until: '2024-12-31',
  holidays: ['2024-01-01'],
  makeUpWorkdays: ['2024-02-04'],
  hours: [
    ['09:00', '12:00'],
    ['13:00', '24:00'],
  ],
  assumption: 'office hours of a sample office',
};

describe('calendarSchema', () => {
  it('accepts a sound calendar as it is', () => {
    expect(calendarSchema.parse(working)).toEqual(working);
  });

  it.each<[string, object]>([
    ['a coverage of one day', { until: '2024-01-01', holidays: [], makeUpWorkdays: [] }],
    ['holidays on its first and its last day', { holidays: ['2024-01-01', '2024-12-31'] }],
    [
      'hours that go on where others end',
      {
        hours: [
          ['00:00', '12:00'],
          ['12:00', '18:00'],
        ],
      },
    ],
  ])('accepts %s', (_, change) => {
    expect(calendarSchema.safeParse({ ...working, ...change }).success).toBe(true);
  });

  it.each<[string, object, (string | number)[], RegExp]>([
    [
      'a coverage that ends before it begins',
      { until: '2023-12-31' },
      ['until'],
      /ends on 2023-12-31, before/,
    ],
    ['a coverage of eight thousand years', { until: '9999-12-31' }, ['until'], /longer than a century/],
    ['a date that does not exist', { holidays: ['2024-02-30'] }, ['holidays', 0], /date/i],
    [
      'a holiday outside the coverage',
      { holidays: ['2025-01-01'] },
      ['holidays', 0],
      /2025-01-01 is outside/,
    ],
    [
      'a holiday before the coverage',
      { holidays: ['2023-12-31'] },
      ['holidays', 0],
      /2023-12-31 is outside 2024-01-01 to 2024-12-31/,
    ],
    ['a holiday listed twice', { holidays: ['2024-05-01', '2024-05-01'] }, ['holidays', 1], /listed twice/],
    ['a holiday that is also worked', { holidays: ['2024-02-04'] }, ['makeUpWorkdays', 0], /listed twice/],
    [
      'a make-up workday in mid-week',
      { makeUpWorkdays: ['2024-02-05'] },
      ['makeUpWorkdays', 0],
      /no Saturday/,
    ],
    [
      'hours that end before they begin',
      { hours: [['12:00', '09:00']] },
      ['hours', 0],
      /12:00 is not before/,
    ],
    ['hours that last no time', { hours: [['09:00', '09:00']] }, ['hours', 0], /09:00 is not before 09:00/],
    [
      'hours that overlap',
      {
        hours: [
          ['09:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
      ['hours', 1],
      /11:00 is before/,
    ],
    ['a time of day that does not exist', { hours: [['09:00', '25:00']] }, ['hours', 0, 1], /time of day/],
    ['an offset without a sign', { utcOffset: '8' }, ['utcOffset'], /an offset such as/],
    ['both a basis and an assumption', { basis: 'a rule' }, ['basis'], /exactly one/],
    ['neither a basis nor an assumption', { assumption: undefined }, ['basis'], /exactly one/],
    ['hours for working days', { kind: 'working-days' }, [], /hours/],
    ['an unknown kind', { kind: 'lunar' }, ['kind'], /./],
  ])('refuses %s and names the place', (_, change, path, reason) => {
    const parsed = calendarSchema.safeParse({ ...working, ...change });

    const issue = parsed.error?.issues[0];
    expect(issue?.path).toEqual(path);
    expect(issue?.message).toMatch(reason);
  });

  it('refuses a coverage for calendar days, which need none', () => {
    const parsed = calendarSchema.safeParse({
      id: 'elapsed',
      kind: 'calendar-days',
      utcOffset: '+08:00',
      basis: 'every hour counts',
      until: '2026-12-31',
    });

    expect(parsed.error?.issues[0]?.message).toMatch(/until/);
  });
});

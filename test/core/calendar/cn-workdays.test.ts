import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cnWorkdays } from '../../../functions/core/calendar/cn-workdays.ts';
import { dayMs } from '../../../functions/core/time.ts';
import { chineseWorkdaysJson } from '../../../sim/calendar-data/generate.ts';
import { beijing, workdays } from './sample-calendars.ts';

it('ships the file its generator writes', () => {
  const file = new URL('../../../functions/core/calendar/data/cn-workdays.json', import.meta.url);

  expect(readFileSync(file, 'utf8')).toBe(chineseWorkdaysJson());
});

it.each([
  [2019, 250],
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('has in %i the %i working days of the published arrangement', (year, count) => {
  const countedMs = workdays().between(beijing(`${year}-01-01 00:00`), beijing(`${year + 1}-01-01 00:00`));

  expect(countedMs).toBe(count * dayMs);
});

it.each([
  ['2024', ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
  ['2025', ['01-26', '02-08', '04-27', '09-28', '10-11']],
  ['2026', ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
])('has the make-up workdays of %s', (year, days) => {
  const makeUpWorkdays = cnWorkdays.kind === 'calendar-days' ? [] : cnWorkdays.makeUpWorkdays;

  expect(makeUpWorkdays.filter((date) => date.startsWith(year))).toEqual(days.map((day) => `${year}-${day}`));
});

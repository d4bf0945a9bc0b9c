import { writeFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { dayNumber, isoDateOf, isWeekend } from '../../functions/core/calendar/civil-day.ts';

const firstYear = 2010;
const lastYear = 2026;
const file = new URL('../../functions/core/calendar/data/cn-workdays.json', import.meta.url);

/**
 * The text of `cn-workdays.json`, a line per year of dates, from the package `chinese-days`.
 *
 * @throws Error when the package knows no holiday of a year: its list is not published yet
 */
export function chineseWorkdaysJson(): string {
  const holidays: string[] = [];
  const makeUpWorkdays: string[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const { off, worked } = exceptionsOf(year);
    if (off.length === 0) throw new Error(`chinese-days has no holidays for ${year}`);
    holidays.push(lineOf(off));
    makeUpWorkdays.push(lineOf(worked));
  }
  const lines = [
    `"id": "cn-workdays"`,
    `"kind": "working-days"`,
    `"utcOffset": "+08:00"`,
    `"from": "${firstYear}-01-01"`,
    `"until": "${lastYear}-12-31"`,
    `"basis": "国务院办公厅关于部分节假日安排的通知 of each year, as collected by the npm package chinese-days (MIT)"`,
    `"holidays": [\n${holidays.join(',\n')}\n  ]`,
    `"makeUpWorkdays": [\n${makeUpWorkdays.join(',\n')}\n  ]`,
  ];
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}

/** The days of a year that differ from the plain week: Mondays to Fridays off, weekend days worked. */
function exceptionsOf(year: number): { off: string[]; worked: string[] } {
  const off: string[] = [];
  const worked: string[] = [];
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day++) {
    const date = isoDateOf(day);
    const isWorked = chineseDays.isWorkday(date);
    if (isWorked && isWeekend(day)) worked.push(date);
    if (!isWorked && !isWeekend(day)) off.push(date);
  }
  return { off, worked };
}

const lineOf = (dates: readonly string[]): string => `    ${dates.map((date) => `"${date}"`).join(', ')}`;

if (import.meta.main) {
  writeFileSync(file, chineseWorkdaysJson());
  console.log(`wrote ${file.pathname}`);
}

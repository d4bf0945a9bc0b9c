import { CalendarCoverageError } from '../../functions/core/calendar/calendar-coverage-error.ts';
import type { WorkingCalendarData } from '../../functions/core/calendar/calendar-schema.ts';
import { type DayNumber, dayNumber, isWeekend } from '../../functions/core/calendar/civil-day.ts';
import { cnWorkdays } from '../../functions/core/calendar/cn-workdays.ts';
import type { Load } from './load-schema.ts';
import type { Scenario } from './scenario-schema.ts';

/** What kind of day each day of a run is, and how much citizens bring on it. Day 0 is the first of the run. */
export interface DayTable {
  readonly first: DayNumber;
  readonly isWorkday: readonly boolean[];
  /** Load of the day as a multiple of the mean day of the year in which measuring begins. */
  readonly factor: Float64Array;
}

type Kind = 'workday' | 'weekend' | 'holiday';

/** @throws CalendarCoverageError where the calendar has no list of holidays for a day of the run. */
export function dayTable(scenario: Scenario, days: number): DayTable {
  const first = dayNumber(scenario.startDate);
  const kindOf = scenario.calendar === 'cn-workdays' ? cnKinds(first, days) : plainKind;
  const { load } = scenario;
  const year = new Date((first + scenario.warmUpDays) * 86_400_000).getUTCFullYear();
  const newYear = dayNumber(`${year}-01-01`);
  const length = dayNumber(`${year + 1}-01-01`) - newYear;
  let sum = 0;
  for (let day = newYear; day < newYear + length; day += 1) sum += weightOf(day, kindOf(day), load);
  const isWorkday: boolean[] = [];
  const factor = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    const kind = kindOf(first + day);
    isWorkday.push(kind === 'workday');
    const years = (first + day - newYear - length / 2) / 365.25;
    factor[day] =
      (weightOf(first + day, kind, load) / (sum / length)) * (1 + load.trendPerYear.value) ** years;
  }
  return { first, isWorkday, factor };
}

function weightOf(day: DayNumber, kind: Kind, load: Load): number {
  const weekdays = load.weekdays.value;
  const workdayMean = weekdays.slice(0, 5).reduce((sum, weight) => sum + weight, 0) / 5;
  const month = new Date(day * 86_400_000).getUTCMonth();
  const sinceMonday = (day + 3) % 7;
  const ofDay =
    kind === 'holiday'
      ? workdayMean * load.holidayFactor.value
      : kind === 'workday' && isWeekend(day)
        ? workdayMean
        : weekdays[sinceMonday]!;
  return ofDay * load.months.value[month]!;
}

const plainKind = (day: DayNumber): Kind => (isWeekend(day) ? 'weekend' : 'workday');

/** China's days: the State Council's holidays and make-up workdays, refused outside the years they are known for. */
function cnKinds(first: DayNumber, days: number): (day: DayNumber) => Kind {
  const data = cnWorkdays as WorkingCalendarData;
  const from = dayNumber(data.from);
  const until = dayNumber(data.until);
  for (const day of [first, first + days - 1]) {
    if (day >= from && day <= until) continue;
    const year = new Date(day * 86_400_000).getUTCFullYear();
    throw new CalendarCoverageError({ calendarId: data.id, from: data.from, until: data.until }, year);
  }
  const holidays = new Set(data.holidays.map(dayNumber));
  const worked = new Set(data.makeUpWorkdays.map(dayNumber));
  return (day) => {
    if (holidays.has(day)) return 'holiday';
    return isWeekend(day) && !worked.has(day) ? 'weekend' : 'workday';
  };
}

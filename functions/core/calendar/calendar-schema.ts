import * as z from 'zod';
import { provenance } from '../provenance.ts';
import { dayNumber, isWeekend } from './civil-day.ts';
import { clockTimeMs } from './clock-time.ts';

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** How far a city's own time is from UTC. */
export const utcOffset = z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset such as +08:00');
const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day such as 09:00');
const [withBasis, withAssumption] = provenance.options;
const provenanceFields = {
  basis: withBasis.shape.basis.optional(),
  assumption: withAssumption.shape.assumption.optional(),
};

const workingFields = {
  id,
  utcOffset,
  /** The first and the last day whose list of holidays is known, both included. */
  from: z.iso.date(),
  until: z.iso.date(),
  /** 法定节假日及调休放假: Mondays to Fridays (and, harmlessly, weekend days) that are off. */
  holidays: z.array(z.iso.date()),
  /** 调休上班: Saturdays and Sundays that are worked. */
  makeUpWorkdays: z.array(z.iso.date()),
  ...provenanceFields,
};

/** 自然日: every millisecond counts; it needs no list of holidays and so has no coverage. */
const calendarDays = z.strictObject({ id, kind: z.literal('calendar-days'), utcOffset, ...provenanceFields });

/** 工作日: all 24 hours of a working day count. */
const workingDays = z.strictObject({ kind: z.literal('working-days'), ...workingFields });

/** 工作时间: the office hours of a working day count. */
const workingHours = z.strictObject({
  kind: z.literal('working-hours'),
  ...workingFields,
  hours: z
    .array(z.tuple([clockTime, clockTime]))
    .min(1)
    .max(12),
});

/** Which time counts toward a limit, as data. Errors carry the path of the field at fault. */
export const calendarSchema = z
  .discriminatedUnion('kind', [calendarDays, workingDays, workingHours])
  .superRefine((calendar, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if ((calendar.basis === undefined) === (calendar.assumption === undefined)) {
      refuse(['basis'], 'a calendar has exactly one of basis and assumption');
    }
    if (calendar.kind === 'calendar-days') return;
    refuseBadDays(calendar, refuse);
    if (calendar.kind === 'working-hours') refuseBadHours(calendar.hours, refuse);
  });

export type CalendarData = z.infer<typeof calendarSchema>;
export type WorkingCalendarData = Exclude<CalendarData, { kind: 'calendar-days' }>;

/** Each day of the coverage is an entry of a table, and nobody knows the holidays of so many years. */
const coverageDaysMax = 36_525;

type Refuse = (path: (string | number)[], message: string) => void;

function refuseBadDays(calendar: WorkingCalendarData, refuse: Refuse): void {
  const { from, until, makeUpWorkdays } = calendar;
  if (from > until) refuse(['until'], `the coverage ends on ${until}, before it begins on ${from}`);
  if (dayNumber(until) - dayNumber(from) > coverageDaysMax)
    refuse(['until'], `the coverage from ${from} to ${until} is longer than a century`);
  const seen = new Set<string>();
  for (const list of ['holidays', 'makeUpWorkdays'] as const) {
    for (const [index, date] of calendar[list].entries()) {
      if (date < from || date > until) refuse([list, index], `${date} is outside ${from} to ${until}`);
      if (seen.has(date)) refuse([list, index], `${date} is listed twice`);
      seen.add(date);
    }
  }
  for (const [index, date] of makeUpWorkdays.entries()) {
    if (!isWeekend(dayNumber(date))) refuse(['makeUpWorkdays', index], `${date} is no Saturday or Sunday`);
  }
}

function refuseBadHours(hours: readonly (readonly [string, string])[], refuse: Refuse): void {
  let lastEnd = 0;
  for (const [index, [start, end]] of hours.entries()) {
    if (clockTimeMs(start) >= clockTimeMs(end)) refuse(['hours', index], `${start} is not before ${end}`);
    if (clockTimeMs(start) < lastEnd) refuse(['hours', index], `${start} is before the hours above it end`);
    lastEnd = clockTimeMs(end);
  }
}

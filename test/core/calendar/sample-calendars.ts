import { compileCalendar } from '../../../functions/core/calendar/calendar.ts';
import { type CalendarData, calendarSchema } from '../../../functions/core/calendar/calendar-schema.ts';
import { cnWorkdays } from '../../../functions/core/calendar/cn-workdays.ts';

const elapsedData: CalendarData = {
  id: 'elapsed',
  kind: 'calendar-days',
  utcOffset: '+08:00',
  basis: 'every hour counts',
};

/** China's working days in office hours with a break at noon. */
const officeHoursData: CalendarData = calendarSchema.parse({
  ...cnWorkdays,
  id: 'cn-office-hours',
  kind: 'working-hours',
  hours: [
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ],
});

export const elapsed = () => compileCalendar(elapsedData);
export const workdays = () => compileCalendar(cnWorkdays);
export const officeHours = () => compileCalendar(officeHoursData);

/** An instant of Beijing's local time, such as `2024-02-09 18:00`. */
export const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

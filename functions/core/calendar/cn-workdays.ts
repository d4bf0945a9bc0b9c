import { calendarSchema } from './calendar-schema.ts';
import data from './data/cn-workdays.json' with { type: 'json' };

/** China's working days, 2010 to 2026: the State Council's holidays and make-up workdays (generated data). */
export const cnWorkdays = calendarSchema.parse(data);

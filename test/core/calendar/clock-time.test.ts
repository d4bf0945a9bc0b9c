import { expect, it } from 'vitest';
import { clockTimeMs, utcOffsetMs } from '../../../functions/core/calendar/clock-time.ts';
import { hourMs, minuteMs } from '../../../functions/core/time.ts';

it.each([
  ['00:00', 0],
  ['09:45', 9 * hourMs + 45 * minuteMs],
  ['24:00', 24 * hourMs],
])('%s is %i ms after midnight', (time, ms) => {
  expect(clockTimeMs(time)).toBe(ms);
});

it.each([
  ['+08:00', 8 * hourMs],
  ['+05:45', 5 * hourMs + 45 * minuteMs],
  ['-03:30', -(3 * hourMs + 30 * minuteMs)],
])('%s is %i ms ahead of UTC', (offset, ms) => {
  expect(utcOffsetMs(offset)).toBe(ms);
});

import { expect, it } from 'vitest';
import { monthEndOf } from '../../../functions/core/calendar/month-end.ts';
import { monthOf } from '../../../functions/core/calendar/month-of.ts';
import {
  monthAfter,
  monthPattern,
  monthStartOf,
  monthsFrom,
} from '../../../functions/core/calendar/months.ts';
import { instantText } from '../../../functions/core/instant-text.ts';
import { hourMs, minuteMs } from '../../../functions/core/time.ts';

const beijing = 8 * hourMs;

it.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -23, '2024-12'],
  ['2026-11', 0, '2026-11'],
  ['1000-01', -12, '0999-01'],
])('counts on from the month %s by %i to %s', (month, count, then) => {
  expect(monthAfter(month, count)).toBe(then);
});

it('lists the months of a stretch with both its ends, and none where it ends before it begins', () => {
  expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthsFrom('2026-11', '2026-11')).toEqual(['2026-11']);
  expect(monthsFrom('2026-11', '2026-10')).toEqual([]);
  expect(monthsFrom('2026-11', '2020-01')).toEqual([]);
});

it.each([
  ['2026-11', true],
  ['1000-01', true],
  ['2026-00', false],
  ['2026-13', false],
  ['0999-12', false],
  ['3000-01', false],
  ['2026-1', false],
  ['2026-11-01', false],
  ['x2026-11', false],
])('takes %s for a month: %s', (text, is) => {
  expect(monthPattern.test(text)).toBe(is);
});

it('begins a month at midnight of the city, and ends it a millisecond before the next', () => {
  const start = Date.parse('2026-12-01T00:00:00+08:00');

  expect(monthStartOf('2026-12', beijing)).toBe(start);
  expect(monthEndOf(start - 1, beijing)).toBe(start - 1);
  expect(monthEndOf(start, beijing)).toBe(Date.parse('2026-12-31T23:59:59.999+08:00'));
  expect(monthOf(start - 1, beijing)).toBe('2026-11');
  expect(monthOf(start, beijing)).toBe('2026-12');
});

it.each([
  [beijing, '2026-11-22T09:30:00.005+08:00'],
  [-(9 * hourMs + 30 * minuteMs), '2026-11-21T16:00:00.005-09:30'],
  [0, '2026-11-22T01:30:00.005+00:00'],
  [-5 * hourMs, '2026-11-21T20:30:00.005-05:00'],
])('writes an instant in the time of a city %i ms ahead of UTC as %s', (offset, text) => {
  expect(instantText(Date.parse('2026-11-22T01:30:00.005Z'), offset)).toBe(text);
});

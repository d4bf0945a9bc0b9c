import { expect, it } from 'vitest';
import { retryDelaySeconds } from '../../../functions/adapters/webhook/backoff.ts';
import { retryAfterSeconds } from '../../../functions/adapters/webhook/retry-after.ts';

const almostOne = 1 - Number.EPSILON;

it.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [8, 640],
  [9, 900],
  [10, 900],
  [5_000, 900],
])('waits after attempt %i from 1 to %i seconds', (attempt, maxSeconds) => {
  expect(retryDelaySeconds(attempt, 0)).toBe(1);
  expect(retryDelaySeconds(attempt, 0.5)).toBe(1 + Math.floor(maxSeconds / 2));
  expect(retryDelaySeconds(attempt, almostOne)).toBe(maxSeconds);
});

const at = Date.parse('2024-07-01T00:00:00.500Z');

it.each([
  ['120', 120],
  ['0', 0],
  ['86400', 900],
  ['Mon, 01 Jul 2024 00:01:00 GMT', 60],
  ['Mon, 01 Jul 2024 12:00:00 GMT', 900],
  ['Sun, 30 Jun 2024 00:00:00 GMT', 0],
  ['soon', undefined],
  ['-5 seconds', undefined],
  [undefined, undefined],
])('reads Retry-After: %s as %s seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, at)).toBe(seconds);
});

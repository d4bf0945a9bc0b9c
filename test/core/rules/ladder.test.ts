import { expect, it } from 'vitest';
import type { Policy } from '../../../functions/core/policy/policy-schema.ts';
import { compileLadder } from '../../../functions/core/rules/ladder.ts';
import { hourMs } from '../../../functions/core/time.ts';
import { says } from '../../support/overlaid-city.ts';

type Rungs = NonNullable<Policy['escalation']['rungs']['value']>;
const ladderOf = (rungs: Rungs) => compileLadder({ rungs: says(rungs) } as Policy['escalation']);

it('climbs its rungs in the order of time: shares of the limit, the limit, and what comes after it', () => {
  const ladder = ladderOf([
    { key: 'day-late', after: 24 * hourMs, to: 'city' },
    { key: 'deadline', share: 1, to: 'district' },
    { key: 'hour-late', after: hourMs, to: 'city' },
    { key: 'half', share: 0.5, to: 'lead' },
    { key: 'nearly', share: 0.9, to: 'lead' },
  ]);

  expect(ladder).toEqual({
    count: 5,
    keys: ['half', 'nearly', 'deadline', 'hour-late', 'day-late'],
    share: Float64Array.of(0.5, 0.9, 1, 1, 1),
    afterMs: Float64Array.of(0, 0, 0, hourMs, 24 * hourMs),
    targets: ['lead', 'lead', 'district', 'city', 'city'],
    deadline: 2,
    rules: [
      'escalation.rungs.half',
      'escalation.rungs.nearly',
      'escalation.rungs.deadline',
      'escalation.rungs.hour-late',
      'escalation.rungs.day-late',
    ],
  });
});

it('may have the deadline as its first rung', () => {
  expect(ladderOf([{ key: 'deadline', share: 1, to: 'city' }])?.deadline).toBe(0);
});

it('is none without a rung at the deadline', () => {
  expect(ladderOf([])).toBeUndefined();
  expect(ladderOf([{ key: 'half', share: 0.5, to: 'lead' }])).toBeUndefined();
  expect(ladderOf([{ key: 'late', after: hourMs, to: 'lead' }])).toBeUndefined();
});

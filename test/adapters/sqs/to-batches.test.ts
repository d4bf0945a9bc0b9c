import { expect, it } from 'vitest';
import { toBatches } from '../../../functions/adapters/sqs/to-batches.ts';

const sizes = (bodies: readonly string[]) =>
  toBatches(bodies.map((body) => ({ body }))).map((batch) => batch.map(({ n }) => n));

it('puts at most 10 entries in a batch and keeps their numbers', () => {
  expect(sizes(Array.from({ length: 21 }, () => 'x')).map((batch) => batch.length)).toEqual([10, 10, 1]);
  expect(sizes(Array.from({ length: 11 }, () => 'x'))[1]).toEqual([10]);
  expect(sizes([])).toEqual([]);
});

it('puts at most 256 KB in a batch, counted in bytes and not in characters', () => {
  const half = '水'.repeat(43_690);

  expect(sizes([half, half, half])).toEqual([[0, 1], [2]]);
  expect(sizes([`${half}${'x'.repeat(5)}`, half])).toEqual([[0], [1]]);
});

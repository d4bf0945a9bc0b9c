import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemLine, shapeProblems } from '../../../functions/core/directory/data-problem.ts';
import { duration } from '../../../functions/core/policy/duration.ts';
import { sourced } from '../../../functions/core/provenance.ts';

it('writes a problem as one line with the file, the place and the reason', () => {
  expect(problemLine('small.json', { path: 'units[0].from', reason: 'is missing' })).toBe(
    'small.json: units[0].from: is missing',
  );
});

describe('what is wrong with a value that could be several things', () => {
  const limit = sourced(z.union([z.literal('none'), duration]));
  const file = z.strictObject({ tiers: z.array(z.strictObject({ limit })) });
  const problemsOf = (leaf: unknown) =>
    shapeProblems(file.safeParse({ tiers: [{ limit: leaf }] }).error!).map(
      ({ path, reason }) => `${path}: ${reason}`,
    );

  it.each([
    [
      { value: '7 days', assumption: 'a guess' },
      'tiers[0].limit.value: Invalid input: expected "none"; or "7 days" is not a duration such as PT2H, P7D or P1DT12H',
    ],
    [7, 'tiers[0].limit: Invalid input: expected object, received number'],
    [
      { value: null, unknown: '' },
      'tiers[0].limit.unknown: Too small: expected string to have >=1 characters',
    ],
    [
      { value: 'P7D' },
      'tiers[0].limit: basis: Invalid input: expected string, received undefined; or assumption: Invalid input: expected string, received undefined',
    ],
  ])('is told of that which %j comes nearest to', (leaf, problem) => {
    expect(problemsOf(leaf)).toEqual([problem]);
  });
});

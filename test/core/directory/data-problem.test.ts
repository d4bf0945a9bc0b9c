import { expect, it } from 'vitest';
import { problemLine } from '../../../functions/core/directory/data-problem.ts';

it('writes a problem as one line with the file, the place and the reason', () => {
  expect(problemLine('small.json', { path: 'units[0].from', reason: 'is missing' })).toBe(
    'small.json: units[0].from: is missing',
  );
});

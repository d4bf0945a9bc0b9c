import { expect, it } from 'vitest';
import { MissingRule, need } from '../../../functions/core/rules/need.ts';

it.each([
  [{ value: null, unknown: 'nobody published it' }, 'nobody published it'],
  [{ value: null }, 'empty'],
  [{ value: undefined }, 'empty'],
])('stops at %j by its path, and says why', (leaf, why) => {
  const missing = new MissingRule('a.b', why);

  expect(() => need(leaf, 'a.b')).toThrow(missing);
  expect([missing.name, missing.path]).toEqual(['MissingRule', 'a.b']);
  expect(missing.message).toBe(
    `the policy pack has no value for a.b (${why}); give it a value with a basis or an assumption`,
  );
});

it.each([0, false, ''])('takes %j for a value', (value) => {
  expect(need({ value }, 'a.b')).toBe(value);
});

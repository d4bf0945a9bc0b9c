import { describe, expect, it } from 'vitest';
import { earned } from '../../../functions/core/score/points.ts';
import { rounded } from '../../../functions/core/score/rounded.ts';

const knots = [
  { rate: 0.5, earns: 0.2 },
  { rate: 0.9, earns: 1 },
];

describe('bands', () => {
  it('give the rate itself when they are linear', () => {
    expect(earned(0.37, 'linear')).toBe(0.37);
  });

  it.each([
    [0.49, 0],
    [0.5, 0.2],
    [0.89, 0.2],
    [0.9, 1],
    [1, 1],
  ])('hold a step from its knot to the next one: %d earns %d', (rate, earns) => {
    expect(earned(rate, { shape: 'steps', knots })).toBe(earns);
  });

  it.each([
    [0, 0.2],
    [0.5, 0.2],
    [0.7, 0.6],
    [0.9, 1],
    [1, 1],
  ])('draw straight pieces between knots and are level outside: %d earns %d', (rate, earns) => {
    expect(earned(rate, { shape: 'pieces', knots })).toBeCloseTo(earns, 12);
  });
});

describe('rounding', () => {
  it('is half up, and does not see the noise of binary fractions', () => {
    expect([rounded(14.825, 2), rounded(1.005, 2), rounded(14.8249999, 2), rounded(0.1 + 0.2, 1)]).toEqual([
      14.83, 1.01, 14.82, 0.3,
    ]);
  });
});

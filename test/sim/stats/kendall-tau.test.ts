import { describe, expect, it } from 'vitest';
import { kendallTau } from '../../../sim/stats/kendall-tau.ts';

describe("Kendall's tau-b", () => {
  it('agrees with the example in the documentation of SciPy, which has ties', () => {
    expect(kendallTau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.4714045207910316, 12);
  });

  it('is 1 for the same order, -1 for the reverse, whatever the values', () => {
    expect(kendallTau([1, 5, 9, 200], [0.1, 0.2, 0.4, 0.9])).toBe(1);
    expect(kendallTau([1, 5, 9, 200], [4, 3, 2, 1])).toBe(-1);
  });

  it('falls by 2 / 45 for one swap of neighbours among ten', () => {
    const order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const swapped = [2, 1, 3, 4, 5, 6, 7, 8, 9, 10];

    expect(kendallTau(order, swapped)).toBeCloseTo(1 - 2 / 45, 14);
  });

  it('is undefined where nothing is ranked', () => {
    expect(kendallTau([1, 1, 1], [1, 2, 3])).toBeNaN();
  });

  it('refuses scores that do not pair up', () => {
    expect(() => kendallTau([1, 2, 3], [1, 2])).toThrow('3 scores cannot be paired with 2');
  });
});

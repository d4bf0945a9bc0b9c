import { describe, expect, it } from 'vitest';
import { estimate } from '../../../sim/stats/estimate.ts';
import { pairedDifference } from '../../../sim/stats/paired-difference.ts';

describe('estimate', () => {
  it('agrees with a textbook example of ten observations', () => {
    // Law and Kelton, Simulation Modeling and Analysis, example 4.26: ten observations, 90 % interval 1.34 +- 0.24;
    // their variance of the mean is 0.17 / 10, so the 95 % half-width is 2.262 x 0.1308.
    const samples = [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09];

    const result = estimate(samples);

    expect(result.n).toBe(10);
    expect(result.mean).toBeCloseTo(1.343, 3);
    expect(result.standardError).toBeCloseTo(Math.sqrt(0.017), 2);
    expect(result.halfWidth95).toBeCloseTo(2.262 * result.standardError, 3);
  });

  it('covers the true mean in about 95 of 100 samples', () => {
    let state = 1;
    const uniform = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const trials = 4_000;
    let covered = 0;

    for (let trial = 0; trial < trials; trial++) {
      const samples = Array.from({ length: 5 }, () => uniform() + uniform() + uniform() + uniform());
      const { mean, halfWidth95 } = estimate(samples);
      if (Math.abs(mean - 2) <= halfWidth95) covered++;
    }

    expect(Math.abs(covered / trials - 0.95)).toBeLessThan(0.012);
  });

  it.each([
    [[], 'at least two samples, not 0'],
    [[3], 'at least two samples, not 1'],
    [[1, Number.NaN, 2], 'sample 1 of 3 is NaN'],
  ])('refuses %j', (samples, message) => {
    expect(() => estimate(samples)).toThrow(message);
  });
});

describe('paired difference', () => {
  it('finds the small difference that both intervals alone would hide', () => {
    const luck = [40, 55, 31, 62, 47, 38];
    const a = luck.map((value, i) => value + (i % 2) * 0.1);
    const b = luck.map((value) => value + 1);

    const difference = pairedDifference({ a, b });

    expect(difference.mean).toBeCloseTo(0.95, 12);
    expect(difference.halfWidth95).toBeLessThan(0.1);
    expect(estimate(a).halfWidth95).toBeGreaterThan(10);
  });

  it('refuses samples that do not pair up', () => {
    expect(() => pairedDifference({ a: [1, 2], b: [1] })).toThrow('2 samples cannot be paired with 1');
  });
});

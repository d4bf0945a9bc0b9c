import { describe, expect, it } from 'vitest';
import { normalBeyond, normalCumulative, normalDensity } from '../../../sim/stats/normal-cumulative.ts';

describe('the standard normal law', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.959963984540054, 0.025],
    [3, 0.99865010196837],
    [-6, 9.865876450377e-10],
  ])('has the tabled probability below %d', (x, below) => {
    expect(normalCumulative(x)).toBeCloseTo(below, 11);
  });

  it('is 0 or 1 far out', () => {
    expect([normalCumulative(-40), normalCumulative(40)]).toEqual([0, 1]);
  });

  it.each([-3, -0.5, 0, 1, 4.9, 5.1, 9])('knows the mean and mean square beyond %d', (x) => {
    let [mass, mean, square] = [0, 0, 0];
    const step = 1e-4;
    for (let at = x + step / 2; at < x + 12; at += step) {
      const weight = Math.exp((x * x - at * at) / 2) * step;
      mass += weight;
      mean += at * weight;
      square += at * at * weight;
    }

    const beyond = normalBeyond(x);

    expect(beyond.mean / (mean / mass)).toBeCloseTo(1, 6);
    expect(beyond.meanSquare / (square / mass)).toBeCloseTo(1, 6);
  });

  it('has the density that its probabilities have', () => {
    const slope = (normalCumulative(0.7 + 1e-5) - normalCumulative(0.7 - 1e-5)) / 2e-5;

    expect(slope).toBeCloseTo(normalDensity(0.7), 8);
  });
});

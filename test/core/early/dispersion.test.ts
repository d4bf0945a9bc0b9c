import { describe, expect, it } from 'vitest';
import { type CountTally, tallyCount, tallyLikelihood } from '../../../functions/core/early/count-tally.ts';
import { type Dispersion, logProbability, sizeAt } from '../../../functions/core/early/dispersion.ts';
import { fitDispersion } from '../../../functions/core/early/fit-dispersion.ts';
import { fitDispersions } from '../../../functions/core/early/fit-dispersions.ts';
import { predictiveInterval } from '../../../functions/core/early/predictive-interval.ts';
import { negativeBinomial } from '../../../sim/engine/distributions/negative-binomial.ts';
import { drawPoisson } from '../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../sim/engine/stream.ts';

const drawn = (means: readonly number[], dispersion: Dispersion, hours: number): CountTally => {
  const chance = new Stream(5, JSON.stringify(dispersion));
  const tally: CountTally = {};
  for (const mean of means) {
    const size = sizeAt(mean, dispersion);
    for (let hour = 0; hour < hours; hour++) {
      const count =
        size === Number.POSITIVE_INFINITY
          ? drawPoisson(chance, mean)
          : negativeBinomial({ mean, shape: size }).draw(chance);
      tallyCount(tally, mean, count);
    }
  }
  return tally;
};

describe('the log-probability of a count', () => {
  it.each([
    [3, 0.7],
    [0.02, 0.01],
    [5, Number.POSITIVE_INFINITY],
  ])('adds up to 1 with the mean %f at size %f', (mean, size) => {
    let [all, sum] = [0, 0];
    for (let count = 0; count < 400; count++) {
      all += Math.exp(logProbability(count, mean, size));
      sum += count * Math.exp(logProbability(count, mean, size));
    }

    expect(all).toBeCloseTo(1, 9);
    expect(sum).toBeCloseTo(mean, 6);
  });
});

describe('the fitted dispersion', () => {
  it.each([
    { perRequest: 0, perMean: 0.5 },
    { perRequest: 1, perMean: 0 },
    { perRequest: 0.5, perMean: 0.2 },
  ])('is near the one that counts were drawn with: %j', (truth) => {
    const found = fitDispersion(tallyLikelihood(drawn([0.1, 1, 5, 30], truth, 8_000)));

    expect(Math.abs(found.perRequest - truth.perRequest)).toBeLessThanOrEqual(0.25);
    expect(Math.abs(found.perMean - truth.perMean)).toBeLessThanOrEqual(0.16);
  });

  it('of a Poisson stream is close to none', () => {
    const found = fitDispersion(tallyLikelihood(drawn([0.2, 4], { perRequest: 0, perMean: 0 }, 8_000)));

    expect(found.perRequest).toBeLessThanOrEqual(0.02);
    expect(found.perMean).toBeLessThanOrEqual(0.02);
  });

  it('of a tally with few requests is that of all, and of one with many its own', () => {
    const even = drawn([2], { perRequest: 0, perMean: 0 }, 4_000);
    const uneven = drawn([2], { perRequest: 5, perMean: 0 }, 4_000);
    const few: CountTally = {};
    tallyCount(few, 0.1, 1);

    const [first, second, third] = fitDispersions([even, uneven, few], 100);

    const excess = ({ perRequest, perMean }: Dispersion) => perRequest + 2 * perMean;
    expect(excess(first!)).toBeLessThan(0.3);
    expect(excess(second!)).toBeGreaterThan(3);
    expect(excess(third!)).toBeGreaterThan(excess(first!));
    expect(excess(third!)).toBeLessThan(excess(second!));
  });
});

describe('the predictive interval', () => {
  it('holds at least the share of counts that was asked, and says how many', () => {
    const dispersion = { perRequest: 0.5, perMean: 0.3 };
    const { low, high, probability } = predictiveInterval(12, dispersion, 0.8);
    const chance = new Stream(2, 'interval');
    const counts = negativeBinomial({ mean: 12, shape: sizeAt(12, dispersion) });
    let inside = 0;
    for (let i = 0; i < 50_000; i++) {
      const count = counts.draw(chance);
      if (count >= low && count <= high) inside++;
    }

    expect(probability).toBeGreaterThanOrEqual(0.8);
    expect(Math.abs(inside / 50_000 - probability)).toBeLessThan(0.01);
  });

  it('of a sparse series begins at 0', () => {
    expect(predictiveInterval(0.01, { perRequest: 0, perMean: 0 }, 0.8)).toMatchObject({ low: 0, high: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import {
  addTally,
  type CountTally,
  talliedRequests,
  tallyCount,
  tallyLikelihood,
} from '../../../functions/core/early/count-tally.ts';
import { logProbability } from '../../../functions/core/early/dispersion.ts';
import { fitDispersion } from '../../../functions/core/early/fit-dispersion.ts';
import { fitDispersions, pooledDispersion } from '../../../functions/core/early/fit-dispersions.ts';

const even = { perRequest: 0, perMean: 0 };

describe('a tally of counts', () => {
  const tallied = (...rows: [mean: number, count: number, hours: number][]) => {
    const tally: CountTally = {};
    for (const [mean, count, hours] of rows) tallyCount(tally, mean, count, hours);
    return tally;
  };
  const rows: [number, number, number][] = [
    [1, 0, 30],
    [1, 9, 10],
    [2, 3, 20],
    [1, 0, 5],
  ];

  it('of two parts is that of the whole', () => {
    const parts = tallied(...rows.slice(0, 2));
    addTally(parts, tallied(...rows.slice(2)));

    expect(parts).toEqual(tallied(...rows));
    expect(talliedRequests(parts)).toBe(9 * 10 + 3 * 20);
  });

  it('is as likely as its hours together, each at its own mean', () => {
    const likelihood = tallyLikelihood(tallied([1, 0, 30], [1, 2, 10]));
    const one = Number.POSITIVE_INFINITY;

    expect(likelihood(even)).toBeCloseTo(30 * logProbability(0, 1, one) + 10 * logProbability(2, 1, one), 9);
    expect(likelihood(even)).toBe(likelihood({ ...even }));
    const busy = tallyLikelihood(tallied([Math.E, 2, 10]));

    expect(busy({ perRequest: 1, perMean: 0 })).not.toBe(busy({ perRequest: 0, perMean: 1 }));
  });

  it('with fewer requests than asked gets the dispersion of all, one with as many its own, leaning on all', () => {
    const [uneven, level] = [tallied([1, 0, 80], [1, 10, 10]), tallied([1, 1, 100])];
    const [small, other] = [tallied([1, 9, 1]), tallied([1, 0, 9])];

    const fits = fitDispersions([uneven, level, small, other], 100);

    expect(fits[2]).toBe(fits[3]);
    expect(fits[2]).toEqual(pooledDispersion([uneven, level, small, other]));
    expect(fits[1]).not.toBe(fits[2]);
    const own = fitDispersion(tallyLikelihood(level));
    expect(own).toEqual(even);
    expect(fits[1]!.perRequest + fits[1]!.perMean).toBeGreaterThan(0);
    expect(fits[1]!.perRequest + fits[1]!.perMean).toBeLessThan(fits[2]!.perRequest + fits[2]!.perMean);
  });
});

describe('fitting a dispersion', () => {
  const asked = (likelihood: (calls: number) => number) => {
    let calls = 0;
    const best = fitDispersion(() => likelihood(calls++));
    return { best, calls };
  };

  it('stays where it began and ends after a round when nothing is better', () => {
    expect(asked(() => 0)).toEqual({ best: { perRequest: 0.2, perMean: 0.2 }, calls: 35 });
  });

  it('ends after six rounds though all that is tried is better', () => {
    expect(asked((calls) => calls).calls).toBe(1 + 6 * 34);
  });
});

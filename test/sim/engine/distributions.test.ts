import { describe, expect, it } from 'vitest';
import { discrete } from '../../../sim/engine/distributions/discrete.ts';
import type { Distribution } from '../../../sim/engine/distributions/distribution.ts';
import { exponential } from '../../../sim/engine/distributions/exponential.ts';
import { gamma } from '../../../sim/engine/distributions/gamma.ts';
import { hourProfile } from '../../../sim/engine/distributions/hour-profile.ts';
import { logFactorial } from '../../../sim/engine/distributions/log-factorial.ts';
import { logNormal } from '../../../sim/engine/distributions/log-normal.ts';
import { negativeBinomial } from '../../../sim/engine/distributions/negative-binomial.ts';
import { normal } from '../../../sim/engine/distributions/normal.ts';
import { poisson } from '../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../sim/engine/stream.ts';
import { normalCumulative } from '../../../sim/stats/normal-cumulative.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';

const count = 100_000;
/** Fixed beforehand: standard errors allowed. One honest check in a thousand would exceed it; the seed is fixed. */
const tolerance = 3.3;

const draw = (law: Distribution, name: string): number[] => {
  const stream = new Stream(2_026, name);
  return Array.from({ length: count }, () => law.draw(stream));
};

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Case {
  readonly name: string;
  readonly law: Distribution;
  readonly mean: number;
  readonly variance: number;
  readonly cumulative?: (x: number) => number;
}

const cases: readonly Case[] = [
  {
    name: 'exponential',
    law: exponential(3),
    mean: 3,
    variance: 9,
    cumulative: (x) => 1 - Math.exp(-x / 3),
  },
  {
    name: 'normal',
    law: normal({ mean: -2, deviation: 5 }),
    mean: -2,
    variance: 25,
    cumulative: (x) => normalCumulative((x + 2) / 5),
  },
  {
    name: 'log-normal',
    law: logNormal({ mean: 10, variation: 0.5 }),
    mean: 10,
    variance: 25,
    cumulative: (x) =>
      normalCumulative((Math.log(x) - Math.log(10) + Math.log(1.25) / 2) / Math.sqrt(Math.log(1.25))),
  },
  // A gamma law of shape 2 is the sum of two exponential ones; one of shape 1/2 is half the square of a normal one.
  {
    name: 'gamma of shape 2',
    law: gamma({ mean: 4, shape: 2 }),
    mean: 4,
    variance: 8,
    cumulative: (x) => 1 - (1 + x / 2) * Math.exp(-x / 2),
  },
  {
    name: 'gamma of shape 1/2',
    law: gamma({ mean: 0.5, shape: 0.5 }),
    mean: 0.5,
    variance: 0.5,
    cumulative: (x) => 2 * normalCumulative(Math.sqrt(2 * x)) - 1,
  },
  { name: 'poisson of mean 0', law: poisson(0), mean: 0, variance: 0 },
  { name: 'poisson of mean 3', law: poisson(3), mean: 3, variance: 3 },
  { name: 'poisson of mean 9.99', law: poisson(9.99), mean: 9.99, variance: 9.99 },
  { name: 'poisson of mean 10', law: poisson(10), mean: 10, variance: 10 },
  { name: 'poisson of mean 5000', law: poisson(5_000), mean: 5_000, variance: 5_000 },
  {
    name: 'negative binomial',
    law: negativeBinomial({ mean: 12, shape: 3 }),
    mean: 12,
    variance: 12 + 144 / 3,
  },
  {
    name: 'hour profile',
    law: hourProfile({ weights: [1, 0, 3], partLength: 60 }),
    mean: 30 * 0.25 + 150 * 0.75,
    variance: 0.25 * 0.75 * 120 ** 2 + 60 ** 2 / 12,
    cumulative: (x) => (x < 60 ? x / 240 : 0.25 + (0.75 * Math.max(0, x - 120)) / 60),
  },
  { name: 'discrete', law: discrete([5, 0, 1, 4]), mean: 1.4, variance: 0.1 * 4 + 0.4 * 9 - 1.4 ** 2 },
];

describe('distributions', () => {
  it.each(cases)('$name has the mean it states, and its variance', ({ name, law, mean, variance }) => {
    const values = draw(law, name);

    const sampleMean = meanOf(values);
    const squares = values.map((value) => (value - mean) ** 2);
    const sampleVariance = meanOf(squares);
    const fourth = meanOf(squares.map((square) => (square - sampleVariance) ** 2));
    expect(law.mean).toBeCloseTo(mean, 12);
    expect(Math.abs(sampleMean - mean)).toBeLessThanOrEqual(tolerance * Math.sqrt(variance / count));
    expect(Math.abs(sampleVariance - variance)).toBeLessThanOrEqual(tolerance * Math.sqrt(fourth / count));
  });

  it.each(cases.filter((one) => one.cumulative !== undefined))(
    '$name follows its law by the Kolmogorov-Smirnov test',
    ({ name, law, cumulative }) => {
      expect(kolmogorovSmirnov(draw(law, name), cumulative!)).toBeLessThan(1.95);
    },
  );

  // The ziggurat draws the tails apart: beyond 7.697 and 3.654, one draw in some thousands.
  it.each([
    { name: 'exponential', law: exponential(1), beyond: 7.697, probability: Math.exp(-7.697) },
    { name: 'exponential', law: exponential(1), beyond: 9, probability: Math.exp(-9) },
    {
      name: 'normal',
      law: normal({ mean: 0, deviation: 1 }),
      beyond: 3.654,
      probability: 2 * normalCumulative(-3.654),
    },
    {
      name: 'normal',
      law: normal({ mean: 0, deviation: 1 }),
      beyond: 4.2,
      probability: 2 * normalCumulative(-4.2),
    },
  ])('$name exceeds $beyond as often as it must', ({ name, law, beyond, probability }) => {
    const stream = new Stream(1, `${name} tail`);
    const draws = 8_000_000;
    let hits = 0;

    for (let i = 0; i < draws; i++) if (Math.abs(law.draw(stream)) > beyond) hits++;

    expect(Math.abs(hits - draws * probability)).toBeLessThan(tolerance * Math.sqrt(draws * probability));
  });

  it.each([
    { name: 'poisson of mean 6', law: poisson(6), mean: 6 },
    { name: 'poisson of mean 40', law: poisson(40), mean: 40 },
  ])('$name takes each value as often as it must', ({ name, law, mean }) => {
    const frequency = new Float64Array(200);
    for (const value of draw(law, name)) frequency[value]!++;

    const expected = Array.from(
      { length: 200 },
      (_, k) => count * Math.exp(k * Math.log(mean) - mean - logFactorial(k)),
    );
    const tested = expected.flatMap((wanted, k) =>
      wanted >= 10 ? [(frequency[k]! - wanted) ** 2 / wanted] : [],
    );
    const chiSquare = tested.reduce((sum, part) => sum + part, 0);
    // Chi-square has mean `cells` and variance 2 `cells`.
    expect(chiSquare - tested.length).toBeLessThan(tolerance * Math.sqrt(2 * tested.length));
  });

  it('discrete takes each index by its weight, and never one of weight 0', () => {
    const weights = Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? 0 : (i % 11) + 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const frequency = new Float64Array(300);
    for (const index of draw(discrete(weights), 'many')) frequency[index]!++;

    const parts = weights.map((weight, i) => {
      const wanted = (count * weight) / total;
      return wanted === 0 ? 0 : (frequency[i]! - wanted) ** 2 / wanted;
    });
    const cells = weights.filter((weight) => weight > 0).length;
    expect(frequency.filter((_, i) => weights[i] === 0)).toEqual(new Float64Array(43));
    expect(parts.reduce((sum, part) => sum + part, 0) - cells).toBeLessThan(tolerance * Math.sqrt(2 * cells));
  });

  it('log-factorial agrees with the sum of logarithms', () => {
    let sum = 0;

    for (let k = 1; k <= 300; k++) {
      sum += Math.log(k);
      expect(Math.abs(logFactorial(k) - sum)).toBeLessThan(1e-12 * Math.max(1, sum));
    }
  });

  it.each([
    ['exponential of mean 0', () => exponential(0), 'mean is 0'],
    ['gamma of negative shape', () => gamma({ mean: 1, shape: -1 }), 'shape is -1'],
    ['log-normal without variation', () => logNormal({ mean: 1, variation: 0 }), 'variation is 0'],
    [
      'negative binomial of infinite mean',
      () => negativeBinomial({ mean: Infinity, shape: 1 }),
      'mean is Infinity',
    ],
    ['normal of negative deviation', () => normal({ mean: 0, deviation: -1 }), '0 and -1'],
    ['poisson of negative mean', () => poisson(-1), 'mean is -1'],
    ['discrete without weights', () => discrete([]), 'weights of a discrete'],
    ['discrete with a negative weight', () => discrete([1, -1, 3]), 'weights of a discrete'],
    ['hour profile without length', () => hourProfile({ weights: [1], partLength: 0 }), 'partLength is 0'],
  ])('refuse %s, naming it', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

import { describe, expect, it } from 'vitest';
import { weightsByPrefix } from '../../../sim/city/by-prefix.ts';
import { exponentialLength, logNormalLength } from '../../../sim/city/length-law.ts';
import { LogHistogram } from '../../../sim/city/log-histogram.ts';
import { luckOf } from '../../../sim/city/luck.ts';
import { normalQuantile } from '../../../sim/city/normal-quantile.ts';
import { Stream } from '../../../sim/engine/stream.ts';

const words = (count: number) => {
  const stream = new Stream(3, 'words');
  return Array.from({ length: count }, () => stream.next32());
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a quantile of the normal law', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963985],
    [0.001, -3.090232306],
    [1e-9, -5.997807015],
  ])('of %f is that of the tables', (p, value) => {
    expect(normalQuantile(p)).toBeCloseTo(value, 5);
  });
});

describe('the luck of a citizen', () => {
  it('is even, and of one purpose says nothing about another', () => {
    const all = words(100_000);
    const one = all.map((word) => luckOf(word, 3, 0) - 0.5);
    const other = all.map((word) => luckOf(word, 4, 0) - 0.5);

    // A mean of 100,000 even numbers has a standard error of 0.00091, a product of two of them one of 0.00026.
    expect(Math.abs(mean(one))).toBeLessThan(3.3 * 0.00091);
    expect(Math.abs(mean(one.map((value, i) => value * other[i]!)))).toBeLessThan(3.3 * 0.00026);
    expect(Math.min(...one)).toBeGreaterThan(-0.5);
    expect(Math.max(...one)).toBeLessThan(0.5);
  });
});

describe.each([
  ['log-normal', logNormalLength({ mean: 2, variation: 0.8 }), 0.8],
  ['exponential', exponentialLength(2), 1],
])('a %s length', (_name, law, variation) => {
  it('has the mean and the variation it states', () => {
    const factors = words(200_000).map((word) => law.factor(word, 5, 0));
    const error = variation / Math.sqrt(factors.length);

    expect(Math.abs(mean(factors) - 1)).toBeLessThan(3.3 * error);
    expect(Math.sqrt(mean(factors.map((factor) => (factor - 1) ** 2)))).toBeCloseTo(variation, 1);
  });
});

describe('weights by the beginnings of codes', () => {
  it('are shared by the codes a key covers, and the longest beginning counts', () => {
    const weights = weightsByPrefix({ '01': 6, '0102': 3, '*': 4 }, ['0101-01', '0101-02', '0102-01', '02']);

    expect([...weights]).toEqual([3, 3, 3, 4]);
  });
});

describe('a histogram in equal ratios', () => {
  it('finds a quantile within a range of it', () => {
    const hours = new LogHistogram(0.1, 5, 40);
    for (let n = 1; n <= 1_000; n += 1) hours.add(n);

    expect(hours.quantile(0.5) / 500).toBeCloseTo(1, 1);
    expect(hours.quantile(0.99) / 990).toBeCloseTo(1, 1);
    expect(hours.total).toBe(1_000);
    expect(new LogHistogram(0.1, 5, 40).quantile(0.5)).toBeNaN();
  });
});

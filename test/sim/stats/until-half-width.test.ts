import { describe, expect, it } from 'vitest';
import { Stream } from '../../../sim/engine/stream.ts';
import { untilHalfWidth } from '../../../sim/stats/until-half-width.ts';

const noisy = () => {
  const stream = new Stream(6, 'replications');
  return () => 100 + 10 * (stream.next01() - 0.5);
};

describe('replications until a half-width', () => {
  it('stop as soon as the half-width is reached', () => {
    const result = untilHalfWidth({ halfWidth: 0.5, replicationsMax: 10_000 }, noisy());

    const before = untilHalfWidth({ halfWidth: 1e-9, replicationsMax: result.n - 1 }, noisy());
    expect(result.isReached).toBe(true);
    expect(result.halfWidth95).toBeLessThanOrEqual(0.5);
    expect(before.halfWidth95).toBeGreaterThan(0.5);
    expect(result.samples).toHaveLength(result.n);
  });

  it('take the half-width as a share of the mean if asked', () => {
    const result = untilHalfWidth({ halfWidth: 0.005, isRelative: true, replicationsMax: 10_000 }, noisy());

    expect(result.halfWidth95).toBeLessThanOrEqual(0.005 * result.mean);
    expect(result.n).toBeGreaterThan(10);
  });

  it('do not believe the first few, however alike', () => {
    const alike = untilHalfWidth({ halfWidth: 1, replicationsMax: 50 }, () => 7);
    const fewer = untilHalfWidth({ halfWidth: 1, replicationsMin: 3, replicationsMax: 50 }, () => 7);

    expect([alike.n, fewer.n]).toEqual([10, 3]);
  });

  it('give up at the limit and say so', () => {
    const result = untilHalfWidth({ halfWidth: 1e-6, replicationsMax: 25 }, noisy());

    expect(result.n).toBe(25);
    expect(result.isReached).toBe(false);
  });

  it('number the replications from 0', () => {
    const seen: number[] = [];

    untilHalfWidth({ halfWidth: 1, replicationsMax: 4 }, (replication) => seen.push(replication));

    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it.each([
    { halfWidth: 0, replicationsMax: 10 },
    { halfWidth: 1, replicationsMax: 1 },
  ])('refuse %j', (precision) => {
    expect(() => untilHalfWidth(precision, () => 1)).toThrow('cannot stop at half-width');
  });
});

import { describe, expect, it } from 'vitest';
import { Stream } from '../../../sim/engine/stream.ts';
import { mser5 } from '../../../sim/stats/mser.ts';

const noise = (seed: number, count: number) => {
  const stream = new Stream(seed, 'noise');
  return Array.from({ length: count }, () => stream.next01() - 0.5);
};

describe('MSER-5', () => {
  it('drops nothing, or little, of a run that is warm from the start', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { drop, isWarm } = mser5(noise(seed, 1_000));

      expect(isWarm).toBe(true);
      expect(drop).toBeLessThanOrEqual(250);
    }
  });

  it('drops just what is far off', () => {
    const observations = noise(3, 1_000).map((value, i) => (i < 100 ? value + 20 : value));

    const { drop, isWarm } = mser5(observations);

    expect(isWarm).toBe(true);
    expect(drop).toBeGreaterThanOrEqual(100);
    expect(drop).toBeLessThanOrEqual(250);
  });

  it('agrees with its definition, tried at every batch', () => {
    const observations = noise(8, 203).map((value, i) => value + 3 * Math.exp(-i / 20));
    const batches = Array.from({ length: 40 }, (_, i) => observations.slice(i * 5, i * 5 + 5)).map(
      (batch) => batch.reduce((sum, value) => sum + value, 0) / 5,
    );
    const score = (from: number) => {
      const rest = batches.slice(from);
      const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
      return rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length ** 2;
    };

    const { drop } = mser5(observations);

    const scores = Array.from({ length: 36 }, (_, from) => score(from));
    expect(drop).toBe(5 * scores.indexOf(Math.min(...scores)));
  });

  it('says so when a run never settles', () => {
    const climbing = noise(1, 500).map((value, i) => value + i);

    expect(mser5(climbing).isWarm).toBe(false);
  });

  it('refuses a run too short to judge', () => {
    expect(() => mser5(noise(1, 49))).toThrow('needs at least 50 observations, not 49');
  });
});

import { describe, expect, it } from 'vitest';
import { hourSpreads, learnNaive } from '../../../sim/early/detect/naive-threshold.ts';
import type { Window } from '../../../sim/early/detect/windows.ts';

/** A day of one stream with so many requests at noon. */
const day = (n: number, atNoon: number): Window => ({
  from: n * 24,
  to: n * 24 + 24,
  rows: Array.from({ length: atNoon }, () => ({
    hour: n * 24 + 12,
    item: 0,
    district: 1,
    place: 2,
    spot: -1,
  })),
  isWatched: true,
});

describe('the naive threshold', () => {
  it('knows mean and standard deviation of the same hour in all windows but its own', () => {
    const windows = [day(0, 2), day(1, 4), day(2, 6), day(3, 100)];

    const spreads = hourSpreads(windows[3]!, 0, learnNaive(windows, 3));

    expect(spreads[12]!.mean).toBeCloseTo(4, 9);
    expect(spreads[12]!.deviation).toBeCloseTo(2, 9);
    expect(spreads[11]).toEqual({ mean: 0, deviation: 0 });
  });
});

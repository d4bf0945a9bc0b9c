import { describe, expect, it } from 'vitest';
import { CountTally } from '../../../sim/engine/count-tally.ts';
import { ObservationTally } from '../../../sim/engine/observation-tally.ts';
import { TimeWeightedTally } from '../../../sim/engine/time-weighted-tally.ts';
import { WarmUp } from '../../../sim/engine/warm-up.ts';

const measured = new WarmUp(Number.NEGATIVE_INFINITY);

describe('warm-up', () => {
  it('keeps every tally empty until the model says that it is over', () => {
    const warmUp = new WarmUp();
    const tallies = {
      count: new CountTally(1, warmUp),
      wait: new ObservationTally(1, warmUp),
      level: new TimeWeightedTally(1, warmUp),
    };

    tallies.count.add(0, 5);
    tallies.wait.observe(0, 100, 5);
    tallies.level.set(0, 3, 5);
    const before = [tallies.count.total, tallies.wait.count(0), tallies.level.mean(0, 9)];
    warmUp.endsAt = 10;
    tallies.count.add(0, 9.9);
    tallies.count.add(0, 10);
    tallies.wait.observe(0, 7, 10);

    expect(before).toEqual([0, 0, Number.NaN]);
    expect(tallies.count.total).toBe(1);
    expect(tallies.wait.mean(0)).toBe(7);
    expect(tallies.level.mean(0, 20)).toBe(3);
  });
});

describe('observation tally', () => {
  it('states count, mean, unbiased variance and range of each unit', () => {
    const tally = new ObservationTally(2, measured);
    for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) tally.observe(1, value, 0);

    expect(tally.count(1)).toBe(8);
    expect(tally.mean(1)).toBe(5);
    expect(tally.variance(1)).toBeCloseTo(32 / 7, 12);
    expect([tally.least(1), tally.greatest(1)]).toEqual([2, 9]);
    expect([tally.count(0), tally.mean(0), tally.variance(0)]).toEqual([0, Number.NaN, Number.NaN]);
  });

  it('keeps the variance of small differences of great values', () => {
    const tally = new ObservationTally(1, measured);
    for (const value of [4, 7, 13, 16]) tally.observe(0, 1e9 + value, 0);

    expect(tally.variance(0)).toBeCloseTo(30, 6);
  });

  it('pools units by their counts, and forgets on reset', () => {
    const tally = new ObservationTally(2, measured);
    tally.observe(0, 10, 0);
    for (const value of [1, 2, 3]) tally.observe(1, value, 0);

    const pooled = tally.pooled;
    tally.reset();

    expect(pooled).toEqual({ count: 4, mean: 4 });
    expect(tally.pooled).toEqual({ count: 0, mean: Number.NaN });
    expect(tally.least(0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('time-weighted tally', () => {
  it('weighs each level by how long it held', () => {
    const tally = new TimeWeightedTally(2, new WarmUp(0));
    tally.set(1, 2, 10);
    tally.add(1, 2, 15);
    tally.add(1, -4, 20);

    expect(tally.mean(1, 40)).toBe((2 * 5 + 4 * 5) / 40);
    expect(tally.level(1)).toBe(0);
    expect(tally.greatest(1)).toBe(4);
    expect(tally.mean(0, 40)).toBe(0);
  });

  it('counts a level that holds across the end of the warm-up only from there', () => {
    const tally = new TimeWeightedTally(1, new WarmUp(10));
    tally.set(0, 9, 0);
    tally.set(0, 5, 4);
    tally.set(0, 1, 12);

    expect(tally.mean(0, 20)).toBe((5 * 2 + 1 * 8) / 10);
    expect(tally.greatest(0)).toBe(5);
  });

  it('starts from the instant given, and again after a reset', () => {
    const tally = new TimeWeightedTally(1, new WarmUp(1_000), 1_000);
    tally.set(0, 6, 1_005);
    const first = tally.mean(0, 1_010);

    tally.reset(1_000);

    expect(first).toBe(3);
    expect(tally.mean(0, 1_010)).toBe(0);
  });
});

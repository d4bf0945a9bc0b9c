import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../sim/stats/erlang-c.ts';

describe('Erlang C', () => {
  it('agrees with the known values of the reference model: nine servers at load 0.8', () => {
    const theory = erlangC({ arrivalRate: 7.2, serviceRate: 1, servers: 9 });

    expect(theory.waits).toBeCloseTo(0.43222, 5);
    expect(theory.meanWait).toBeCloseTo(0.240123, 6);
    expect(theory.utilization).toBeCloseTo(0.8, 12);
    expect(theory.meanInSystem).toBeCloseTo(1.240123, 6);
  });

  it('is the load for one server, and the textbook 4/9 for three at load 2/3', () => {
    expect(erlangC({ arrivalRate: 0.7, serviceRate: 1, servers: 1 }).waits).toBeCloseTo(0.7, 12);
    expect(erlangC({ arrivalRate: 2, serviceRate: 1, servers: 3 }).waits).toBeCloseTo(4 / 9, 12);
  });

  it('makes the time in system of M/M/1 exponential', () => {
    const theory = erlangC({ arrivalRate: 3, serviceRate: 4, servers: 1 });

    for (const length of [0, 0.3, 1, 5]) {
      expect(theory.inSystemBeyond(length)).toBeCloseTo(Math.exp(-length), 12);
    }
  });

  it.each([
    { arrivalRate: 2, servers: 3 },
    { arrivalRate: 7.2, servers: 9 },
  ])('has the mean that its distribution has: $servers servers', ({ arrivalRate, servers }) => {
    const theory = erlangC({ arrivalRate, serviceRate: 1, servers });
    const step = 0.001;
    let area = 0;

    for (let length = step / 2; length < 60; length += step) area += theory.inSystemBeyond(length) * step;

    expect(area).toBeCloseTo(theory.meanInSystem, 5);
  });

  it.each([
    { arrivalRate: 9, servers: 9 },
    { arrivalRate: 0, servers: 9 },
  ])('refuses a queue that theory says nothing of: %j', ({ arrivalRate, servers }) => {
    expect(() => erlangC({ arrivalRate, serviceRate: 1, servers })).toThrow('is not stable');
  });
});

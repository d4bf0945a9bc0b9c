import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../sim/stats/erlang-a.ts';
import { erlangC } from '../../../sim/stats/erlang-c.ts';

describe('Erlang A', () => {
  it('is Erlang C where callers are as good as endlessly patient', () => {
    const queue = { arrivalRate: 8, serviceRate: 1, servers: 10 };

    const patient = erlangA({ ...queue, abandonRate: 1e-9 });
    const theory = erlangC(queue);

    expect(patient.waits).toBeCloseTo(theory.waits, 6);
    expect(patient.waiting / queue.arrivalRate).toBeCloseTo(theory.meanWait, 6);
    expect(patient.abandons).toBeLessThan(1e-8);
  });

  it('is the infinite server where patience is as long as service: a Poisson number in the system', () => {
    // With patience like service every call leaves at one rate, so k in the system is Poisson(4).
    const poisson = (k: number): number => (k === 0 ? Math.exp(-4) : (poisson(k - 1) * 4) / k);
    const below = [0, 1, 2, 3, 4].reduce((sum, k) => sum + poisson(k), 0);

    const { waits } = erlangA({ arrivalRate: 4, serviceRate: 1, servers: 5, abandonRate: 1 });

    expect(waits).toBeCloseTo(1 - below, 12);
  });

  it('loses what its servers cannot take, however much comes', () => {
    const { abandons, utilization } = erlangA({
      arrivalRate: 50,
      serviceRate: 1,
      servers: 10,
      abandonRate: 2,
    });

    expect(utilization).toBeCloseTo(1, 6);
    expect(abandons).toBeCloseTo(0.8, 6);
  });
});

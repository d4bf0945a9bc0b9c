import { describe, expect, it } from 'vitest';
import { hotlineCounts, hotlineEstimates } from '../../../sim/bench/engine/hotline-estimates.ts';
import { HotlineModel } from '../../../sim/bench/engine/hotline-model.ts';
import { Tally } from '../../../sim/bench/engine/hotline-tallies.ts';
import { type HotlineMeasures, hotlineTheory } from '../../../sim/bench/engine/hotline-theory.ts';
import { digestOf } from '../../../sim/engine/digest.ts';

/** Fixed beforehand: standard errors of the 343 independent units. */
const tolerance = 3.3;
const requests = 600_000;

const model = new HotlineModel();
model.run(requests, 12_345);
const estimates = hotlineEstimates(model);
const digest = digestOf(hotlineCounts(model));
const handled = requests + model.env.fired + model.env.cancelled;

describe('reference model hotline-B', () => {
  it.each(Object.entries(hotlineTheory()) as [keyof HotlineMeasures, number][])(
    '%s agrees with theory (%d)',
    (name, theory) => {
      const { mean, standardError } = estimates[name];

      expect(Math.abs(mean - theory) / standardError).toBeLessThan(tolerance);
    },
  );

  it('counts every request after the warm-up once, and about 4.028 events a request', () => {
    expect(model.tallies.total(Tally.done)).toBe(requests * 0.9);
    expect(handled / requests).toBeCloseTo(4.028, 2);
    expect(model.env.pending).toBe(0);
  });

  it('gives the same digest for the same seed, in a used model and in a new one, and another for another', () => {
    const small = 20_000;
    const run = (used: HotlineModel, seed: number) => {
      used.run(small, seed);
      return digestOf(hotlineCounts(used));
    };

    const inUsed = run(model, 7);

    expect(run(new HotlineModel(), 7)).toBe(inUsed);
    expect(run(model, 8)).not.toBe(inUsed);
    expect(digest).not.toBe(inUsed);
  });
});

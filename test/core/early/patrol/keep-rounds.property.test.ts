import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepRounds } from '../../../../functions/core/early/patrol/keep-rounds.ts';
import { august, noting } from './sample-patrol.ts';

const state = august();
const limits = state.rounds.map(({ dueBy }) => dueBy);
const instant = fc
  .tuple(fc.constantFrom(...limits), fc.integer({ min: -1, max: 1 }))
  .map(([at, ms]) => at + ms);

describe('counting missed rounds', () => {
  it('gives one history whenever and however often it is done', () => {
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 12 }), (instants) => {
        const wakes = instants.toSorted((a, b) => a - b);
        const stepped = noting();
        const atOnce = noting();

        const bySteps = wakes.reduce((at, now) => keepRounds(at, now, stepped.out), state);
        const whole = keepRounds(state, wakes.at(-1)!, atOnce.out);

        expect(bySteps).toEqual(whole);
        expect(stepped).toMatchObject({ entries: atOnce.entries, notices: atOnce.notices });
        const past = limits.filter((limit) => limit < wakes.at(-1)!);
        expect(atOnce.entries.map(({ at }) => at)).toEqual(past);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TopicState } from '../../../../functions/core/early/topic/topic.ts';
import type { TopicCommand } from '../../../../functions/core/early/topic/topic-command.ts';
import { topicKind } from '../../../../functions/core/early/topic/topic-kind.ts';
import { dayMs } from '../../../../functions/core/time.ts';
import { city, noting, openedAt, openedTopic, rules } from './sample-topic.ts';

const seed = 13;
const start = openedAt + 120_000;
const daysMax = 200;

/** Commands that move milestones, each at an instant. */
const anyStep = fc.record({
  at: fc.integer({ min: start, max: start + daysMax * dayMs }),
  who: fc.constantFrom('housing', 'planning', city),
  command: fc.oneof(
    fc.record({
      type: fc.constant('report' as const),
      milestone: fc.constantFrom('ledger', 'certify'),
      done: fc.boolean(),
      text: fc.constant('进展。'),
    }),
    fc.record({
      type: fc.constant('askExtension' as const),
      milestone: fc.constantFrom('ledger', 'certify'),
      until: fc.integer({ min: start, max: start + 2 * daysMax * dayMs }),
      reason: fc.constant('待核。'),
    }),
    fc.record({
      type: fc.constant('ruleExtension' as const),
      milestone: fc.constantFrom('ledger', 'certify'),
      granted: fc.boolean(),
      reason: fc.constant('批复。'),
    }),
  ) as fc.Arbitrary<TopicCommand>,
});

interface Lived {
  readonly state: TopicState;
  readonly entries: readonly { readonly at: number; readonly event: string }[];
}

/** Lives a topic: promises are kept at each wake-up and before each command, and at the end. */
function live(
  steps: readonly { at: number; who: string; command: TopicCommand }[],
  wakes: readonly number[],
): Lived {
  const { entries, out } = noting();
  const asked = steps.map((step) => ({ ...step, wakes: false as const }));
  const woken = wakes.map((at) => ({ at, wakes: true as const }));
  const all = [...asked, ...woken].sort((a, b) => a.at - b.at || Number(a.wakes) - Number(b.wakes));
  let state = openedTopic();
  for (const one of all) {
    state = topicKind.keep(state, one.at, rules, out);
    if (one.wakes) continue;
    const decided = topicKind.decide(state, one.command, { unit: one.who }, one.at, rules, out);
    if (decided.ok) state = decided.value;
  }
  return { state: topicKind.keep(state, start + 3 * daysMax * dayMs, rules, out), entries };
}

describe(`the milestones of any topic (seed ${seed})`, () => {
  it('end alike whenever they are looked at: a late wake-up changes nothing', () => {
    const anyLife = fc.tuple(
      fc.array(anyStep, { maxLength: 12 }),
      fc.array(fc.integer({ min: start, max: start + daysMax * dayMs }), { maxLength: 30 }),
    );

    fc.assert(
      fc.property(anyLife, ([steps, wakes]) => {
        const asked = live(steps, []);
        const looked = live(steps, wakes);

        expect(looked).toEqual(asked);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('write their history in the order of time, and miss a date at most once', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const { state, entries } = live(steps, []);
        const times = entries.map(({ at }) => at);

        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const { climbed } of state.milestones) {
          expect(new Set(climbed.map(({ rung }) => rung)).size).toBe(climbed.length);
        }
        const missed = entries.filter(({ event }) => event === 'milestoneMissed').length;
        const dates = state.milestones.reduce((sum, { extensions }) => sum + 1 + extensions.length, 0);
        expect(missed).toBeLessThanOrEqual(dates);
      }),
      { seed, numRuns: 200 },
    );
  });
});

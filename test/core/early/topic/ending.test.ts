import { describe, expect, it } from 'vitest';
import { closeTopic } from '../../../../functions/core/early/topic/end-topic.ts';
import { topicKind } from '../../../../functions/core/early/topic/topic-kind.ts';
import { startTracking } from '../../../../functions/core/early/topic/track-topic.ts';
import { context, december, finished, measuring, refusal, told } from './finished-topic.ts';
import { city, newTopic, noting, openedTopic, rules, take, topicRules } from './sample-topic.ts';

const close = { type: 'close' } as const;

describe('the end of a topic', () => {
  const notDone = { code: 'OUT_OF_TURN', reason: 'a milestone of the topic is not done' };

  it("by closing is a supervisor's, with an evaluation and each milestone done, if the pack wants it", () => {
    const { nextRungAt: _, ...owed } = openedTopic().milestones[1]!;
    const half = finished({ milestones: [finished().milestones[0]!, owed] });
    const step = closeTopic(half, close, context({ closeNeedsMilestones: false }));

    expect(refusal(finished(), close, december, 'housing')).toEqual({ code: 'FORBIDDEN' });
    expect(refusal(finished({ evaluations: [] }), close, december, city)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'a topic is evaluated before it is closed',
    });
    expect(refusal(half, close, december, city)).toEqual(notDone);
    expect(step.ok).toBe(true);
  });

  it.each([
    [close, 'topicClosed', 'early.topic.closeNeedsMilestones'],
    [{ type: 'withdraw', reason: '重复立题。' } as const, 'topicWithdrawn', 'early.topic'],
  ])('by %j is written and told to lead and helpers', (command, event, rule) => {
    const { entries, notices } = take(finished(), command, december, city);

    expect(entries).toEqual([{ at: december, event, by: city, rule }]);
    expect(notices).toEqual(told(event, 'housing', 'planning'));
  });

  it("by withdrawing is a supervisor's, and ends what was being counted", () => {
    const withdraw = { type: 'withdraw', reason: '重复立题。' } as const;

    expect(refusal(openedTopic(), withdraw, december, 'housing')).toEqual({ code: 'FORBIDDEN' });
    expect(take(finished(measuring('baseline')), withdraw, december, city).state).not.toHaveProperty(
      'measuring',
    );
  });

  it('is followed by tracking in groups of months, the last as short as need be, or by none', () => {
    const track = (tracking: object) =>
      startTracking(finished(), december, {
        rules,
        topic: { ...topicRules, tracking: { ...topicRules.tracking, ...tracking } },
      });

    expect(track({ months: 12, everyMonths: 5 }).measuring).toMatchObject({ from: '2022-01', to: '2022-05' });
    expect(track({ months: 3, everyMonths: 5 }).measuring).toMatchObject({ to: '2022-03', until: '2022-03' });
    expect(track({ months: 0 })).toEqual({ ...finished(), status: 'ended' });
  });

  it("leaves nothing to ask for: what is counted afterwards is the clock's", () => {
    for (const status of ['tracked', 'ended', 'withdrawn'] as const) {
      const error = { code: 'NOT_ACCEPTED', status, accepted: [] };

      expect(refusal(finished({ status }), close, december, city)).toEqual(error);
    }
  });
});

describe('a topic whose pack has no topics any more', () => {
  const bare = { ...rules, early: { ...rules.early, topic: undefined } };
  const due = newTopic().milestones[0]!.by - 7 * 86_400_000;

  it('is left alone while nothing is due, and then named as what the pack lacks', () => {
    const state = openedTopic();

    expect(topicKind.keep(state, due, bare, noting().out)).toBe(state);
    expect(() => topicKind.keep(state, due + 1, bare, noting().out)).toThrow(
      /early\.topic.*the pack has no such section/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../functions/core/time.ts';
import { ask, at, city, openedTopic, take, topicRules } from './sample-topic.ts';

const ledgerBy = at('2021-06-30T18:00:00');
const now = at('2021-06-10T09:00:00');
const rule = 'early.topic.milestones.extensionMax';
const report = { type: 'report', milestone: 'ledger', done: false, text: '过半。' } as const;
const extension = (until: number) =>
  ({ type: 'askExtension', milestone: 'ledger', until, reason: '权属复核未完。' }) as const;
const ruling = (granted: boolean) =>
  ({ type: 'ruleExtension', milestone: 'ledger', granted, reason: '请克服。' }) as const;

const refusal = (...asked: Parameters<typeof ask>) => {
  const { decided } = ask(...asked);
  return decided.ok ? 'accepted' : decided.error;
};
const doneAlready = { code: 'OUT_OF_TURN', reason: 'the milestone is done already' };
const noSuch = { code: 'INVALID', field: 'milestone', reason: 'the topic has no such milestone' };

describe('a report on a milestone', () => {
  it('is kept and told to the lead, who is not told of its own', () => {
    const helper = take(openedTopic(), report, now, 'planning');
    const lead = take(helper.state, report, now + 1, 'housing');

    expect(lead.state.milestones[0]?.reports).toEqual([
      { at: now, by: 'planning', text: '过半。' },
      { at: now + 1, by: 'housing', text: '过半。' },
    ]);
    expect(lead.state.milestones[0]).not.toHaveProperty('doneAt');
    expect(helper.entries).toEqual([
      { at: now, event: 'milestoneReported', by: 'planning', rule: 'early.topic.milestones' },
    ]);
    expect(helper.notices).toEqual([{ at: now, to: 'housing', event: 'milestoneReported' }]);
    expect(lead.notices).toEqual([]);
  });

  it('is of a milestone that is there and not done', () => {
    const done = take(openedTopic(), { ...report, done: true }, now, 'planning').state;

    expect(refusal(done, report, now, 'planning')).toEqual(doneAlready);
    expect(refusal(done, { ...report, milestone: 'x' }, now, 'housing')).toEqual(noSuch);
    expect(refusal(done, { ...report, milestone: 'x' }, now, 'planning')).toEqual({ code: 'FORBIDDEN' });
  });

  it('is not taken from a unit that has left the topic', () => {
    const state = { ...openedTopic(), helpers: [] };

    expect(refusal(state, report, now, 'planning')).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('an extension of a milestone', () => {
  it('is asked for to a date after the one there is, no later than the pack allows', () => {
    const latest = ledgerBy + topicRules.extensionMaxMs;
    const tooSoon = {
      code: 'INVALID',
      field: 'until',
      reason: 'an extension ends after the date and after now',
    };
    const asks = (until: number, when = now) => refusal(openedTopic(), extension(until), when, 'planning');

    expect([asks(latest), asks(ledgerBy + 1)]).toEqual(['accepted', 'accepted']);
    expect(asks(latest + 1)).toEqual({ code: 'LIMIT_REACHED', rule, limit: topicRules.extensionMaxMs });
    expect([asks(ledgerBy), asks(now + 1)]).toEqual([tooSoon, tooSoon]);
    expect(asks(ledgerBy + dayMs, ledgerBy + dayMs)).toEqual(tooSoon);
  });

  it('is granted so often as the pack allows', () => {
    const extended = { at: 0, by: city, from: 0, until: 1, reason: '同意。' };
    const [first, ...others] = openedTopic().milestones;
    const twice = {
      ...openedTopic(),
      milestones: [{ ...first!, extensions: [extended, extended] }, ...others],
    };

    expect(refusal(twice, extension(ledgerBy + dayMs), now, 'planning')).toEqual({
      code: 'LIMIT_REACHED',
      rule: 'early.topic.milestones.extensionsMax',
      limit: 2,
    });
  });

  it('is asked of the district whose topic it is', () => {
    const own = openedTopic({ district: '110101' });

    expect(take(own, extension(ledgerBy + 9), now, 'planning').notices).toEqual([
      { at: now, to: '110101', event: 'milestoneExtensionAsked' },
    ]);
  });

  it.each([
    [true, 'milestoneExtended'],
    [false, 'milestoneExtensionRefused'],
  ])('that is granted (%s) or not is told to whoever asked, and asked for no more', (granted, event) => {
    const asked = take(openedTopic(), extension(ledgerBy + dayMs), now, 'housing');

    const ruled = take(asked.state, ruling(granted), now + 1, city);

    expect(asked.entries).toEqual([{ at: now, event: 'milestoneExtensionAsked', by: 'housing', rule }]);
    expect(ruled.entries).toEqual([{ at: now + 1, event, by: city, rule }]);
    expect(ruled.notices).toEqual([{ at: now + 1, to: 'housing', event }]);
    expect(ruled.state.milestones[0]?.by).toBe(granted ? ledgerBy + dayMs : ledgerBy);
    expect(refusal(ruled.state, ruling(granted), now + 2, city)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'no extension was asked for',
    });
  });

  it('is granted before its date alone, refused also after', () => {
    const until = ledgerBy + dayMs;
    const asked = take(openedTopic(), extension(until), now, 'housing').state;

    expect(refusal(asked, ruling(true), until - 1, city)).toBe('accepted');
    expect(refusal(asked, ruling(true), until, city)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'the date that was asked for has passed',
    });
    expect(refusal(asked, ruling(false), until, city)).toBe('accepted');
  });

  it('is ruled on where there is such a milestone', () => {
    expect(refusal(openedTopic(), { ...ruling(true), milestone: 'x' }, now, city)).toEqual(noSuch);
  });
});

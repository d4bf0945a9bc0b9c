import { describe, expect, it } from 'vitest';
import { noCounts } from '../../../../functions/core/early/topic/matter-counts.ts';
import type { TopicState } from '../../../../functions/core/early/topic/topic.ts';
import type { TopicCommand } from '../../../../functions/core/early/topic/topic-command.ts';
import { topicKind } from '../../../../functions/core/early/topic/topic-kind.ts';
import { NEVER } from '../../../../functions/core/time.ts';
import {
  ask,
  at,
  beginning,
  city,
  counts,
  measured,
  newTopic,
  openedAt,
  openedTopic,
  take,
} from './sample-topic.ts';

const thirdParty = { by: '第三方机构', asked: 1_000, satisfied: 913 };
const evaluate = { type: 'evaluate', text: '群众获得感明显增强。', thirdParty } as const;
const close = { type: 'close' } as const;
const december = at('2021-12-20T09:00:00');

/** The milestones done, each by its owner. */
function done(state: TopicState): TopicState {
  const report = (milestone: string) => ({ type: 'report', milestone, done: true, text: '完成。' }) as const;
  const one = take(state, report('ledger'), at('2021-06-20T09:00:00'), 'planning').state;
  return take(one, report('certify'), at('2021-09-20T09:00:00'), 'housing').state;
}

const evaluated = (state: TopicState, of = counts(150, 15)) => {
  const asked = take(state, evaluate, december, city).state;
  return take(asked, { type: 'measured', measured: measured('2021-09', '2021-11', of) }, december, 'clock')
    .state;
};

const closed = () => take(evaluated(done(openedTopic())), close, december, city).state;

/** What the clock brings of each month from January 2022 on. */
function tracked(state: TopicState, months: readonly number[]) {
  let now = state;
  for (const [n, unresolved] of months.entries()) {
    const month = `2022-${String(n + 1).padStart(2, '0')}`;
    const command = { type: 'measured', measured: measured(month, month, counts(50, unresolved)) } as const;
    now = take(now, command, now.measuring!.at, 'clock').state;
  }
  return now;
}

describe('a topic of the month', () => {
  it('is opened by the hotline, the city, and a district for its own area', () => {
    const opens = (unit: string, district?: string) =>
      beginning(newTopic(district === undefined ? {} : { district }), unit).opened.ok;

    expect([opens('hotline'), opens(city), opens('110101', '110101')]).toEqual([true, true, true]);
    expect([opens('110101'), opens('110102', '110101'), opens('housing'), opens('110101001')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    [{ month: '2021-06' }, { field: 'month' }],
    [{ items: ['99-99'] }, { field: 'items.0' }],
    [{ items: ['0101-01', '0101-01'] }, { field: 'items' }],
    [{ district: '110101001' }, { field: 'district' }],
    [{ district: 'nowhere' }, { code: 'UNKNOWN_UNIT' }],
    [{ lead: '110101001' }, { code: 'NOT_IN_REMIT', rule: 'early.topic.leads' }],
    [{ helpers: ['nobody'] }, { code: 'UNKNOWN_UNIT', unitCode: 'nobody' }],
    [{ helpers: ['housing'] }, { field: 'helpers' }],
  ])('is not opened with %j', (changes, fault) => {
    const { opened } = beginning(newTopic(changes), city);

    expect(opened).toMatchObject({ ok: false, error: fault });
  });

  it('has the three months before its own counted first, and tells all who take part', () => {
    const { opened, entries, notices } = beginning(newTopic());
    const state = opened.ok ? opened.value : undefined;

    expect(state?.measuring).toEqual({
      what: 'baseline',
      from: '2021-02',
      to: '2021-04',
      at: openedAt,
      tries: 0,
    });
    expect(topicKind.workAt!(state!)).toBe(openedAt);
    expect(entries.map(({ event }) => event)).toEqual(['topicOpened']);
    expect(notices.map(({ to }) => to)).toEqual(['housing', 'planning']);
    expect(openedTopic()).toMatchObject({ baseline: { counts: { cases: 300 } } });
    expect(openedTopic()).not.toHaveProperty('measuring');
  });

  it('keeps what stood there before an amendment, and lets only supervisors change who takes part', () => {
    const now = at('2021-06-01T09:00:00');
    const plan: TopicCommand = { type: 'amend', analysis: '新的分析。', measures: ['新措施。'] };
    const team: TopicCommand = { type: 'amend', helpers: ['planning', 'finance'] };

    const { state } = take(openedTopic(), plan, now, 'housing');
    const helpers = (unit: string) => ask(state, team, now, unit).decided.ok;

    expect(state).toMatchObject({ analysis: '新的分析。', measures: ['新措施。'] });
    expect(state.amendments).toEqual([
      { at: now, by: 'housing', before: { analysis: newTopic().analysis, measures: newTopic().measures } },
    ]);
    expect([helpers(city), helpers('hotline'), helpers('housing'), helpers('planning')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(ask(state, plan, now, 'planning').decided.ok).toBe(false);
  });

  it('lets no unit go that still owes a milestone', () => {
    const { decided } = ask(openedTopic(), { type: 'amend', helpers: [] }, openedAt + 120_000, city);

    expect(decided).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
  });

  it('takes no more text than its item can hold', () => {
    let state = openedTopic();
    const amend = (n: number) => ({ type: 'amend', analysis: String(n % 10).repeat(4_000) }) as const;
    let refusal: unknown;
    for (let n = 0; n < 40 && refusal === undefined; n += 1) {
      const { decided } = ask(state, amend(n), openedAt + 120_000 + n, 'housing');
      if (decided.ok) state = decided.value;
      else refusal = decided.error;
    }

    expect(refusal).toMatchObject({ code: 'CAPACITY' });
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(300_000);
  });

  it('takes what the clock has counted also when it takes no more text', () => {
    const { measuring, baseline: _, ...rest } = openedTopic();
    const from = '2021-02';
    const to = '2021-04';
    const waiting = { what: 'baseline', from, to, at: openedAt, tries: 0 } as const;
    const begun = { ...rest, measuring: waiting, analysis: '' };
    const full = { ...begun, analysis: '满'.repeat(89_990 - JSON.stringify(begun).length) };
    const measured = { from, to, counts: noCounts, digest: 'd'.repeat(64) };

    const counted = ask(full, { type: 'measured', measured }, openedAt + 120_000, 'clock');
    const asked = ask(full, { type: 'amend', measures: ['满'.repeat(2_000)] }, openedAt + 120_000, city);

    expect(counted.decided).toMatchObject({ ok: true });
    expect(asked.decided).toMatchObject({ error: { code: 'CAPACITY' } });
  });

  it('is evaluated by its last months against the baseline, none of them before its own', () => {
    const early = take(openedTopic(), evaluate, at('2021-06-05T09:00:00'), city).state;
    const { state, entries } = take(openedTopic(), evaluate, december, city);
    const command = { type: 'measured', measured: measured('2021-09', '2021-11', counts(150, 15)) } as const;
    const after = take(state, command, december, 'clock');

    expect(early.measuring).toMatchObject({ from: '2021-05', to: '2021-05' });
    expect(state.measuring).toMatchObject({ what: 'evaluation', from: '2021-09', to: '2021-11' });
    expect(entries.at(-1)).toMatchObject({ event: 'topicEvaluationAsked' });
    // A half of the cases, a fifth of the unresolved and of the dissatisfied share.
    expect(after.state.evaluations).toMatchObject([{ ratio: 0.02, rebound: false, thirdParty, by: city }]);
    expect(after.entries.at(-1)).toMatchObject({ event: 'topicEvaluated', by: 'clock' });
  });

  it('is not evaluated without what a third party found, nor before a month of it has ended', () => {
    const bare = { type: 'evaluate', text: '无第三方。' } as const;

    expect(ask(openedTopic(), bare, december, city).decided).toMatchObject({
      error: { field: 'thirdParty' },
    });
    expect(ask(openedTopic(), evaluate, at('2021-05-31T23:59:59'), city).decided).toMatchObject({
      error: { code: 'OUT_OF_TURN' },
    });
    expect(ask(openedTopic(), evaluate, december, 'housing').decided).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });

  it('is not closed before it is evaluated, counted and all its milestones are done', () => {
    const reason = (state: TopicState) => {
      const { decided } = ask(state, close, december, city);
      return decided.ok || !('reason' in decided.error) ? 'closed' : decided.error.reason;
    };
    const asked = take(done(openedTopic()), evaluate, december, city).state;

    expect(reason(done(openedTopic()))).toBe('a topic is evaluated before it is closed');
    expect(reason(asked)).toBe('the months of the topic are still being counted');
    expect(reason(evaluated(openedTopic()))).toBe('a milestone of the topic is not done');
    expect(reason(evaluated(done(openedTopic())))).toBe('closed');
  });

  it('is tracked against its baseline for the months after its closing, and then has ended', () => {
    const first = closed();
    const all = tracked(first, [5, 5, 30, 5, 5, 5, 5, 5, 5, 5, 5, 5]);

    expect(first).toMatchObject({ status: 'tracked', measuring: { from: '2022-01', until: '2022-12' } });
    expect(topicKind.workAt!(first)).toBe(at('2022-02-09T00:00:00'));
    expect(topicKind.keys(first).open).toBe(false);
    expect(all.status).toBe('ended');
    expect(topicKind.workAt!(all)).toBe(NEVER);
    expect(all.measurements.map(({ to, ratio }) => [to, ratio])[1]).toEqual(['2022-02', 0.02]);
  });

  it('tells lead and city when it weighs as much again as before', () => {
    const command = (unresolved: number) =>
      ({ type: 'measured', measured: measured('2022-01', '2022-01', counts(100, unresolved)) }) as const;
    const state = closed();

    const worse = take(state, command(50), state.measuring!.at, 'clock');
    const better = take(state, command(49), state.measuring!.at, 'clock');

    expect(worse.entries.map(({ event }) => event)).toEqual(['topicMeasured', 'topicReboundFound']);
    expect(worse.notices.map(({ to }) => to)).toEqual(['housing', city]);
    expect(better.entries.map(({ event }) => event)).toEqual(['topicMeasured']);
  });

  it('has its figures brought by the clock alone, and those of the months that are due', () => {
    const state = closed();
    const due = { type: 'measured', measured: measured('2022-01', '2022-01') } as const;
    const other = { type: 'measured', measured: measured('2022-02', '2022-02') } as const;
    const now = state.measuring!.at;

    expect(ask(state, due, now, city).decided).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(ask(state, other, now, 'clock').decided).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
    expect(take(state, { type: 'putOff', until: now + 60_000 }, now, 'clock').state.measuring).toMatchObject({
      at: now + 60_000,
      tries: 1,
    });
  });

  it('accepts nothing once it is closed but what the clock brings, and says so', () => {
    expect(ask(closed(), close, december, city).decided).toEqual({
      ok: false,
      error: { code: 'NOT_ACCEPTED', status: 'tracked', accepted: [] },
    });
  });

  it('stands in the lists of its year, its month and all who take part', () => {
    expect(topicKind.keys(openedTopic())).toMatchObject({
      owner: 'housing',
      actBy: at('2021-06-30T18:00:00'),
      lists: ['topic', 'topic/2021', 'topic/2021-05', 'topic/housing', 'topic/planning'],
    });
  });
});

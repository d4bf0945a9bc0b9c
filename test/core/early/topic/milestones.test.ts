import { describe, expect, it } from 'vitest';
import type { TopicState } from '../../../../functions/core/early/topic/topic.ts';
import { topicKind } from '../../../../functions/core/early/topic/topic-kind.ts';
import { dayMs, NEVER } from '../../../../functions/core/time.ts';
import { ask, at, beginning, city, newTopic, noting, openedTopic, rules, take } from './sample-topic.ts';

const ledgerBy = at('2021-06-30T18:00:00');
const rung = (key: string) => `early.topic.milestones.rungs.${key}`;

function keptUntil(state: TopicState, now: number) {
  const noted = noting();
  return { ...noted, state: topicKind.keep(state, now, rules, noted.out) };
}

const report = (milestone: string, done = true) =>
  ({ type: 'report', milestone, done, text: '已完成。' }) as const;
const extension = (until: string) =>
  ({ type: 'askExtension', milestone: 'ledger', until: at(until), reason: '权属复核未完。' }) as const;
const granted = { type: 'ruleExtension', milestone: 'ledger', granted: true, reason: '同意。' } as const;

describe('a milestone of a topic', () => {
  it('warns its owner, and once missed climbs to lead, district and city, each at its own time', () => {
    const { entries, notices, state } = keptUntil(openedTopic(), ledgerBy + 30 * dayMs);

    expect(entries).toEqual([
      { at: ledgerBy - 7 * dayMs, event: 'milestoneWarned', by: 'clock', rule: rung('warn-week') },
      { at: ledgerBy, event: 'milestoneMissed', by: 'clock', rule: rung('date') },
      { at: ledgerBy + dayMs, event: 'milestoneEscalated', by: 'clock', rule: rung('missed-day') },
      { at: ledgerBy + 7 * dayMs, event: 'milestoneEscalated', by: 'clock', rule: rung('missed-week') },
    ]);
    expect(notices.map(({ to }) => to)).toEqual(['planning', 'housing', city, city]);
    expect(state.milestones[0]).toMatchObject({ missedAt: ledgerBy });
    expect(topicKind.keys(state).overdue).toBe(true);
  });

  it('climbs each rung once, however often and late it is looked at', () => {
    const late = ledgerBy + 3 * dayMs;
    const once = keptUntil(openedTopic(), late).state;

    const again = keptUntil(once, late);
    const piecewise = keptUntil(keptUntil(openedTopic(), ledgerBy + 1).state, late);

    expect(again.entries).toEqual([]);
    expect(again.state).toBe(once);
    expect(piecewise.state).toEqual(once);
  });

  it('is done in time at its very date, and missed a millisecond later', () => {
    const onTime = take(openedTopic(), report('ledger'), ledgerBy, 'planning');
    const late = take(openedTopic(), report('ledger'), ledgerBy + 1, 'planning');

    expect(onTime.entries.map(({ event }) => event)).toEqual(['milestoneWarned', 'milestoneDone']);
    expect(onTime.state.milestones[0]).not.toHaveProperty('missedAt');
    expect(late.entries.map(({ event }) => event)).toEqual([
      'milestoneWarned',
      'milestoneMissed',
      'milestoneDone',
    ]);
    expect(late.state.milestones[0]).toMatchObject({ missedAt: ledgerBy, doneAt: ledgerBy + 1 });
  });

  it('presses nobody once it is done, and stays written as missed', () => {
    const done = take(openedTopic(), report('ledger'), ledgerBy + 1, 'planning').state;

    const later = keptUntil(done, ledgerBy + 30 * dayMs);

    expect(later.entries).toEqual([]);
    expect(topicKind.nextPromiseAt(later.state)).toBe(at('2021-09-30T18:00:00') - 7 * dayMs);
  });

  it('does not warn of a date that was nearer than the warning when it was set', () => {
    const soon = at('2021-05-12T09:00:00');
    const state = openedTopic({
      milestones: [{ key: 'start', title: '启动', owner: 'housing', by: soon }],
    });

    expect(topicKind.nextPromiseAt(state)).toBe(soon);
  });

  it('is extended by a supervisor alone, by the date that was asked for, and then warns anew', () => {
    const asked = take(openedTopic(), extension('2021-08-15T18:00:00'), ledgerBy - dayMs, 'planning');
    const own = ask(asked.state, granted, ledgerBy - 1, 'planning');
    const ruled = take(asked.state, granted, ledgerBy - 1, city);
    const after = keptUntil(ruled.state, at('2021-08-15T18:00:01'));

    expect(asked.notices.at(-1)).toMatchObject({ to: city, event: 'milestoneExtensionAsked' });
    expect(own.decided).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(ruled.state.milestones[0]).toMatchObject({
      by: at('2021-08-15T18:00:00'),
      extensions: [{ from: ledgerBy, until: at('2021-08-15T18:00:00'), by: city }],
    });
    expect(after.entries.map((entry) => [entry.event, entry.at])).toEqual([
      ['milestoneWarned', at('2021-08-08T18:00:00')],
      ['milestoneMissed', at('2021-08-15T18:00:00')],
    ]);
  });

  it('is extended no further and no more often than the pack says', () => {
    let state = openedTopic();
    for (const until of ['2021-07-31T18:00:00', '2021-08-31T18:00:00']) {
      state = take(state, extension(until), at('2021-06-01T00:00:00'), 'planning').state;
      state = take(state, granted, at('2021-06-01T00:00:00'), city).state;
    }

    const often = ask(state, extension('2021-09-01T18:00:00'), at('2021-06-02T00:00:00'), 'planning');
    const far = ask(openedTopic(), extension('2021-12-31T18:00:00'), at('2021-06-02T00:00:00'), 'housing');

    expect(often.decided).toMatchObject({ error: { code: 'LIMIT_REACHED', limit: 2 } });
    expect(far.decided).toMatchObject({
      error: { code: 'LIMIT_REACHED', rule: 'early.topic.milestones.extensionMax' },
    });
  });

  it('is reported on by its owner and the lead, and by nobody else', () => {
    const now = at('2021-06-01T00:00:00');
    const by = (unit: string, milestone: string) =>
      ask(openedTopic(), report(milestone), now, unit).decided.ok;

    expect([by('planning', 'ledger'), by('housing', 'ledger'), by('housing', 'certify')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      by('planning', 'certify'),
      by('water', 'ledger'),
      by(city, 'ledger'),
      by('hotline', 'ledger'),
    ]).toEqual([false, false, false, false]);
  });

  it('never lies in the past, has a key of its own, and is owed by the lead or a helper', () => {
    const [first] = newTopic().milestones;
    const fault = (milestones: ReturnType<typeof newTopic>['milestones']) => {
      const { opened } = beginning(newTopic({ milestones }));
      return opened.ok ? 'opened' : opened.error;
    };

    expect(fault([{ ...first!, by: at('2021-05-10T09:00:00') }])).toMatchObject({ field: 'milestones.0.by' });
    expect(fault([first!, first!])).toMatchObject({ field: 'milestones.1.key' });
    expect(fault([{ ...first!, owner: 'water' }])).toMatchObject({ field: 'milestones.0.owner' });
  });

  it('promises nothing once its topic is withdrawn', () => {
    const command = { type: 'withdraw', reason: '重复立题。' } as const;

    const { state } = take(openedTopic(), command, at('2021-05-11T09:00:00'), city);

    expect(topicKind.nextPromiseAt(state)).toBe(NEVER);
    expect(topicKind.keys(state)).toMatchObject({ open: false, status: 'withdrawn' });
  });
});

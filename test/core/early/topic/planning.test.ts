import { describe, expect, it } from 'vitest';
import { topicName } from '../../../../functions/core/early/topic/open-topic.ts';
import type { TopicCommand } from '../../../../functions/core/early/topic/topic-command.ts';
import { ask, at, beginning, city, newTopic, openedAt, openedTopic, take } from './sample-topic.ts';

const now = at('2021-06-10T09:00:00');
const [ledger, certify] = newTopic().milestones;
const survey = { key: 'survey', title: '入户核查', owner: 'planning', by: at('2021-07-31T18:00:00') };
const invalid = (field: string, reason: string) => ({ code: 'INVALID', field, reason });

const refusal = (...asked: Parameters<typeof ask>) => {
  const { decided } = ask(...asked);
  return decided.ok ? 'accepted' : decided.error;
};
const amend = (changes: object) => ({ type: 'amend', ...changes }) as TopicCommand;
const faultOf = (changes: object) => {
  const { opened } = beginning(newTopic(changes));
  return opened.ok ? 'opened' : opened.error;
};

describe('a topic that is opened', () => {
  it('is of its items in order, in a district or in none, with its milestones as they were set', () => {
    const items = ['0201-01', '0101-01'];
    const whole = openedTopic({ items });
    const own = openedTopic({ items, district: '110101' });

    expect(whole.items).toEqual(['0101-01', '0201-01']);
    expect(whole).not.toHaveProperty('district');
    expect(own.district).toBe('110101');
    expect(whole.milestones[0]).toEqual({
      ...ledger,
      ...{ climbed: [], reports: [], extensions: [], nextRungAt: at('2021-06-23T18:00:00') },
    });
  });

  it('is written under the rule of topics and told to lead and helpers', () => {
    const { entries, notices } = beginning(newTopic());

    expect(entries).toEqual([{ at: openedAt, event: 'topicOpened', by: city, rule: 'early.topic' }]);
    expect(notices).toEqual(
      ['housing', 'planning'].map((to) => ({ at: openedAt, to, event: 'topicOpened' })),
    );
  });

  it('has the name of its month, its district and its items, whatever their order', () => {
    const name = topicName({ month: '2021-05', items: ['b', 'a'] });

    expect(name).toBe('2021-05\n\na\nb');
    expect(topicName({ month: '2021-05', items: ['a', 'b'] })).toBe(name);
    expect(topicName({ month: '2021-05', district: '110101', items: ['a', 'b'] })).toBe(
      '2021-05\n110101\na\nb',
    );
  });

  it.each([
    [{ month: '2021-06' }, invalid('month', 'the month has not begun')],
    [{ items: ['0101-01', 'x'] }, invalid('items.1', 'the catalogue has no such item')],
    [{ items: ['0101-01', '0101-01'] }, invalid('items', 'an item is named twice')],
    [{ district: '110101001' }, invalid('district', 'not a district')],
    [{ lead: '110101' }, { code: 'NOT_IN_REMIT', rule: 'early.topic.leads', field: 'lead' }],
    [{ helpers: ['planning', 'housing'] }, invalid('helpers', 'the lead is no helper of its own')],
    [{ helpers: ['planning', 'planning'] }, invalid('helpers', 'a helper is named twice')],
    [
      { milestones: [{ ...ledger, by: openedAt }] },
      invalid('milestones.0.by', 'the date of a milestone lies ahead'),
    ],
    [
      { milestones: [ledger, { ...certify, key: 'ledger' }] },
      invalid('milestones.1.key', 'there is a milestone of this key already'),
    ],
    [
      { milestones: [ledger, { ...certify, owner: 'water' }] },
      invalid('milestones.1.owner', 'the owner of a milestone is the lead or a helper'),
    ],
  ])('is refused with %j, and why', (changes, fault) => {
    expect(faultOf(changes)).toEqual(fault);
  });
});

describe('a topic that is amended', () => {
  it('has further milestones behind those there are, each with a key of its own', () => {
    const { state } = take(openedTopic(), amend({ milestones: [survey] }), now, 'housing');

    expect(state.milestones.map(({ key }) => key)).toEqual(['ledger', 'certify', 'survey']);
    expect(state.milestones[2]).toMatchObject({ ...survey, nextRungAt: at('2021-07-24T18:00:00') });
    expect(
      refusal(openedTopic(), amend({ milestones: [{ ...survey, key: 'ledger' }] }), now, 'housing'),
    ).toEqual(invalid('milestones.0.key', 'there is a milestone of this key already'));
  });

  it('is told to all who take part but who amended it', () => {
    const own = take(openedTopic(), amend({ analysis: '新的分析。' }), now, 'housing');
    const citys = take(openedTopic(), amend({ helpers: ['planning', 'finance'] }), now, city);
    const told = (tos: string[]) => tos.map((to) => ({ at: now, to, event: 'topicAmended' }));

    expect(own.entries).toEqual([{ at: now, event: 'topicAmended', by: 'housing', rule: 'early.topic' }]);
    expect(own.notices).toEqual(told(['planning']));
    expect(citys.notices).toEqual(told(['housing', 'planning', 'finance']));
  });

  it('changes its lead by a supervisor alone, to one that may lead', () => {
    const lead = amend({ lead: 'finance', helpers: ['housing', 'planning'] });

    expect(take(openedTopic(), lead, now, city).state).toMatchObject({ lead: 'finance' });
    expect(refusal(openedTopic(), amend({ lead: 'planning' }), now, 'housing')).toEqual({
      code: 'FORBIDDEN',
    });
    expect(
      refusal(openedTopic(), amend({ lead: '110101', helpers: ['housing', 'planning'] }), now, city),
    ).toMatchObject({ code: 'NOT_IN_REMIT' });
    expect(refusal(openedTopic(), amend({ helpers: ['planning', 'nobody'] }), now, city)).toEqual({
      code: 'UNKNOWN_UNIT',
      unitCode: 'nobody',
    });
  });

  it('lets a unit go whose milestone is done, and none that owes one', () => {
    const report = { type: 'report', milestone: 'ledger', done: true, text: '完成。' } as const;
    const done = take(openedTopic(), report, now, 'planning').state;

    expect(take(done, amend({ helpers: [] }), now, city).state.helpers).toEqual([]);
    expect(refusal(openedTopic(), amend({ helpers: [] }), now, city)).toEqual({
      code: 'OUT_OF_TURN',
      reason: 'a unit that still owes a milestone cannot leave the topic',
    });
  });

  it('is refused when it would hold more characters than a topic may, and not sooner', () => {
    const max = 90_000;
    const filled = (length: number) => {
      const state = openedTopic();
      const bare = JSON.stringify(take(state, amend({ analysis: '' }), now, city).state).length;
      return ask(
        { ...state, title: `${state.title}${'满'.repeat(length - bare)}` },
        amend({ analysis: '' }),
        now,
        city,
      );
    };

    expect(filled(max).decided.ok).toBe(true);
    expect(filled(max + 1).decided).toEqual({
      ok: false,
      error: { code: 'CAPACITY', what: 'characters', max },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { climb } from '../../../../functions/core/early/topic/milestone-ladder.ts';
import { topicKind } from '../../../../functions/core/early/topic/topic-kind.ts';
import { dayMs } from '../../../../functions/core/time.ts';
import {
  at,
  beginning,
  city,
  newTopic,
  noting,
  openedAt,
  openedTopic,
  rules,
  topicRules,
} from './sample-topic.ts';

const ledgerBy = at('2021-06-30T18:00:00');

describe('the ladder of a milestone', () => {
  const by = at('2021-05-17T09:00:00');
  const one = (owner: string, date = by) => ({
    helpers: ['planning', '110101-education'],
    milestones: [{ key: 'start', title: '启动', owner, by: date }],
  });
  const climbedBy = (owner: string, but: object = {}) => {
    const noted = noting();
    topicKind.keep({ ...openedTopic(one(owner)), ...but }, by + 30 * dayMs, rules, noted.out);
    return noted.notices.map(({ to }) => to);
  };

  it('warns at the very instant it was set, and not of what had passed by then', () => {
    const firstAt = (date: number) => {
      const { opened } = beginning(newTopic(one('planning', date)));
      return opened.ok && topicKind.nextPromiseAt(opened.value);
    };

    expect(firstAt(openedAt + 7 * dayMs)).toBe(openedAt);
    expect(firstAt(openedAt + 7 * dayMs - 1)).toBe(openedAt + 7 * dayMs - 1);
  });

  it('begins with the miss where the warning had passed when it was set', () => {
    const date = openedAt + 3 * dayMs;
    const noted = noting();

    topicKind.keep(openedTopic(one('planning', date)), date + 1, rules, noted.out);

    expect(noted.entries.map(({ event }) => event)).toEqual(['milestoneMissed']);
  });

  it('presses the district of its owner, and the city where the owner is in none or is there no more', () => {
    expect(climbedBy('110101-education')).toEqual(['housing', '110101', city]);
    expect(climbedBy('planning')).toEqual(['housing', city, city]);

    const [milestone] = openedTopic(one('planning')).milestones;
    expect(climbedBy('planning', { milestones: [{ ...milestone!, owner: 'gone' }] })).toEqual([
      'housing',
      city,
      city,
    ]);
  });

  it('of two rungs at the date climbs the first as the miss, the second as what it escalates to', () => {
    const [warn, date] = topicRules.rungs;
    const also = {
      ...date!,
      key: 'date-city',
      to: 'city',
      rule: 'early.topic.milestones.rungs.date-city',
    } as const;
    const topic = { ...topicRules, rungs: [warn!, date!, also] };
    const noted = noting();

    const state = climb(openedTopic(), ledgerBy + 1, { rules, topic, out: noted.out });

    expect(
      noted.entries.map(({ event, at: when, rule: named }) => [event, when, named.split('.').at(-1)]),
    ).toEqual([
      ['milestoneWarned', ledgerBy - 7 * dayMs, 'warn-week'],
      ['milestoneMissed', ledgerBy, 'date'],
      ['milestoneEscalated', ledgerBy, 'date-city'],
    ]);
    expect(state.milestones[0]).toMatchObject({ missedAt: ledgerBy });
    expect(state.milestones[0]).not.toHaveProperty('nextRungAt');
  });
});

describe('the keys of a topic', () => {
  const [ledger, certify] = newTopic().milestones;
  const now = at('2021-06-10T09:00:00');
  const missed = { rung: 'date', at: ledger!.by };
  const withFirst = (but: object) => {
    const [first, ...others] = openedTopic().milestones;
    return { ...openedTopic(), milestones: [{ ...first!, ...but }, ...others] };
  };

  it('name its item where it has one, and none where it has more', () => {
    expect(topicKind.keys(openedTopic())).toHaveProperty('item', '0101-01');
    expect(topicKind.keys(openedTopic({ items: ['0101-01', '0201-01'] }))).not.toHaveProperty('item');
  });

  it('say that it is overdue from a missed date until that milestone is done or the topic is over', () => {
    const warned = { rung: 'warn-week', at: ledger!.by - 1 };
    const isOverdue = (but: object, status = 'open' as 'open' | 'withdrawn') =>
      topicKind.keys({ ...withFirst(but), status }).overdue;

    expect(isOverdue({ climbed: [] })).toBe(false);
    expect(isOverdue({ climbed: [warned] })).toBe(false);
    expect(isOverdue({ climbed: [warned, missed] })).toBe(true);
    expect(isOverdue({ climbed: [warned, missed], doneAt: now })).toBe(false);
    expect(isOverdue({ climbed: [warned, missed] }, 'withdrawn')).toBe(false);
  });

  it('say by when to act while a milestone is due', () => {
    const done = {
      ...openedTopic(),
      milestones: openedTopic().milestones.map((one) => ({ ...one, doneAt: now })),
    };

    expect(topicKind.keys(withFirst({ doneAt: now })).actBy).toBe(certify!.by);
    expect(topicKind.keys(done)).not.toHaveProperty('actBy');
    expect(topicKind.keys({ ...openedTopic(), status: 'withdrawn' })).not.toHaveProperty('actBy');
  });
});

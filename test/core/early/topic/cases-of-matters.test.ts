import { describe, expect, it } from 'vitest';
import {
  casesOfMatters,
  type MatterAnswer,
} from '../../../../functions/core/early/topic/cases-of-matters.ts';
import { shareOf } from '../../../../functions/core/early/topic/matter-counts.ts';
import { mattersOf } from '../../../../functions/core/early/topic/matters-of.ts';
import { rankCandidates, weightOf } from '../../../../functions/core/early/topic/rank-candidates.ts';
import { aCase, overdue, ruling, silent } from '../../score/support/entries.ts';
import { monthRules } from '../../score/support/score-rules.ts';
import { counts, topicRules } from './sample-topic.ts';

const score = monthRules();
const item = '0601-02';
const bad = { item, resolved: 'no', satisfied: 'no' } as const;
const out = aCase('a', 'out', bad);
const entries = [
  aCase('a', 'late', { ...bad, at: 30 }),
  aCase('a', 'well', { item, at: 20 }),
  aCase('a', 'yet', { item, at: 25 }),
  aCase('a', 'zeal', { item, at: 25 }),
  aCase('a', 'cross', { item, satisfied: 'no', at: 20 }),
  aCase('a', 'other', { ...bad, item: '0201-01', at: 10 }),
  aCase('a', 'no-item', { resolved: 'no', satisfied: 'no' }),
  aCase('a', 'patrol', { ...bad, kind: 'patrol' }),
  silent('a', 'unreached', 'unreachable', { item, at: 40 }),
  silent('a', 'withdrawn', 'withdrawn', { item }),
  overdue('a', 'open', { item }),
  out,
  ruling('exclusion', out),
];
const found = (answer: MatterAnswer, ...items: string[]) =>
  casesOfMatters(entries, { items: new Set(items), answer }, score).map(({ id }) => id);

describe('the cases behind a count of some matters', () => {
  it.each([
    ['all', ['cross', 'well', 'yet', 'zeal', 'late', 'unreached']],
    ['unresolved', ['late']],
    ['dissatisfied', ['cross', 'late']],
  ] as const)('%s are those that count, by time and then by id', (answer, ids) => {
    expect(found(answer, item)).toEqual(ids);
  });

  it('are of the items asked for', () => {
    expect(found('unresolved', '0201-01', item)).toEqual(['other', 'late']);
    expect(found('all')).toEqual([]);
  });

  it('are as many as the count says, also where an entry was read twice', () => {
    const twice = [...entries, ...entries];
    const of = mattersOf(twice, score).get(item)!;
    const many = (answer: MatterAnswer) =>
      casesOfMatters(twice, { items: new Set([item]), answer }, score).length;

    expect([many('all'), many('unresolved'), many('dissatisfied')]).toEqual([
      of.cases,
      of.unresolved,
      of.dissatisfied,
    ]);
  });
});

describe('a matter of which no case counts', () => {
  it('is none', () => {
    expect([...mattersOf([silent('a', 'withdrawn', 'withdrawn', { item })], score).keys()]).toEqual([]);
  });

  it('has no share of its answers and weighs nothing', () => {
    const nobody = { cases: 9, resolutionBase: 0, unresolved: 0, satisfactionBase: 0, dissatisfied: 0 };

    expect(shareOf(0, 0)).toBeUndefined();
    expect(weightOf(nobody, topicRules.candidates)).toBe(0);
  });
});

describe('a candidate', () => {
  const rules = { ...topicRules.candidates, casesMin: 10, answeredMin: 10 };

  it('is one from the very numbers the pack names, with the shares it is ranked by', () => {
    const [one] = rankCandidates([{ item, ...counts(10, 5, 1) }], rules);

    expect(one).toMatchObject({ unresolvedShare: 0.5, dissatisfiedShare: 0.1, weight: 0.5 });
    expect(rankCandidates([{ item, ...counts(10, 5), satisfactionBase: 9 }], rules)).toEqual([]);
  });

  it('of the whole city comes before the same of a district where they weigh alike', () => {
    const ranked = rankCandidates(
      [
        { item, district: '110101', ...counts(20, 10) },
        { item, ...counts(20, 10) },
      ],
      rules,
    );

    expect(ranked.map(({ district }) => district)).toEqual([undefined, '110101']);
  });
});

import { describe, expect, it } from 'vitest';
import { mattersOf } from '../../../../functions/core/early/topic/matters-of.ts';
import { rankCandidates } from '../../../../functions/core/early/topic/rank-candidates.ts';
import { aCase, cases, overdue, ruling, silent } from '../../score/support/entries.ts';
import { monthRules } from '../../score/support/score-rules.ts';
import { counts, topicRules } from './sample-topic.ts';

const rules = { ...topicRules.candidates, casesMin: 10, answeredMin: 5 };
const score = monthRules();

describe('the counts of a matter', () => {
  it('are those of its cases: what a ruling took out, patrols and open tickets do not count', () => {
    const item = '0601-02';
    const out = aCase('a', 'out', { item });
    const entries = [
      ...cases('a', 3, 8, { item }),
      out,
      ruling('exclusion', out),
      aCase('a', 'patrol', { item, kind: 'patrol' }),
      overdue('a', 'late', { item }),
      aCase('a', 'no-item'),
      silent('a', 'unreached', 'unreachable', { item }),
    ];

    expect([...mattersOf(entries, score)]).toEqual([
      [item, { cases: 9, resolutionBase: 8, unresolved: 5, satisfactionBase: 8, dissatisfied: 5 }],
    ]);
  });

  it('tell two months apart that name a case alike', () => {
    const item = '0601-02';
    const entries = [aCase('a', '1', { item }), aCase('a', '1', { item, month: '2026-12' })];

    expect(mattersOf(entries, score).get(item)?.cases).toBe(2);
  });
});

describe('the candidates for a topic', () => {
  it('are ranked by frequency x unresolved x dissatisfied', () => {
    const ranked = rankCandidates(
      [
        { item: 'frequent', ...counts(1_000, 100) },
        { item: 'unresolved', ...counts(100, 90) },
        { item: 'content', ...counts(500, 250, 5) },
      ],
      rules,
    );

    expect(ranked.map(({ item, weight, rank }) => [rank, item, weight])).toEqual([
      [1, 'unresolved', 81],
      [2, 'frequent', 10],
      [3, 'content', 2.5],
    ]);
  });

  it('leave out what is rare, what nobody was asked about, and what is always resolved', () => {
    const ranked = rankCandidates(
      [
        { item: 'rare', ...counts(9, 9) },
        { item: 'unasked', ...counts(100, 4), resolutionBase: 4 },
        { item: 'resolved', ...counts(100, 0) },
        { item: 'left', ...counts(10, 1) },
      ],
      rules,
    );

    expect(ranked.map(({ item }) => item)).toEqual(['left']);
  });

  it('stand by cases and then by code where they weigh the same', () => {
    const ranked = rankCandidates(
      [
        { item: 'b', district: '2', ...counts(20, 10) },
        { item: 'b', district: '1', ...counts(20, 10) },
        { item: 'a', ...counts(20, 10) },
        { item: 'z', ...counts(80, 20) },
      ],
      rules,
    );

    expect(ranked.map(({ item, district = '' }) => item + district)).toEqual(['z', 'a', 'b1', 'b2']);
  });
});

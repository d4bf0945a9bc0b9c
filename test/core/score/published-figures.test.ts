import { describe, expect, it } from 'vitest';
import type { CaseEntry } from '../../../functions/core/score/ledger-entry.ts';
import { boardFrom, cases, rowOf } from './support/entries.ts';
import { lianyungang, zhungeer } from './support/published-packs.ts';
import { scoreRules } from './support/score-rules.ts';

/** Cases of which a share is satisfied and a share on time, as whole numbers out of `count`. */
const worked = (unit: string, { satisfied, onTime, of }: { satisfied: number; onTime: number; of: number }) =>
  cases(unit, of, of).map(
    (one, n): CaseEntry => ({ ...one, satisfied: n < satisfied ? 'yes' : 'no', onTime: n < onTime }),
  );

describe('the published scheme of Lianyungang', () => {
  const rules = scoreRules(lianyungang).month;

  it('gives 14.82 points for 89.82 % on time', () => {
    const row = rowOf(boardFrom(worked('gas', { satisfied: 167, onTime: 150, of: 167 }), rules), 'gas');

    expect((100 * row.onTime.share!).toFixed(2)).toBe('89.82');
    expect(row.points!.onTime.toFixed(2)).toBe('14.82');
    expect(row.score).toBe(89.82);
  });

  it.each([
    [4, 8, '12.50'],
    [5, 6, '17.67'],
    [7, 8, '19.75'],
    [98, 100, '25.00'],
  ])('turns %d satisfied of %d into %s points', (satisfied, of, points) => {
    const row = rowOf(boardFrom(worked('gas', { satisfied, onTime: of, of }), rules), 'gas');

    expect(row.points!.satisfaction.toFixed(2)).toBe(points);
  });

  it('gives a department without a request a place', () => {
    const row = rowOf(boardFrom([], rules), 'traffic');

    expect(row).toMatchObject({ cases: 0, score: 100, scoreFrom: 'fullMarks', rank: 1 });
  });

  it('scores counties out of 150', () => {
    const row = rowOf(boardFrom(cases('east-1', 4, 4), rules), 'east');

    expect(row.score).toBe(150);
  });
});

describe('the published weights of 准格尔旗', () => {
  it('make 30, 28 and 31.5 points of 100 %, 80 % and 90 %', () => {
    const entries = cases('gas', 10, 10).map(
      (one, n): CaseEntry => ({ ...one, resolved: n < 8 ? 'yes' : 'no', satisfied: n < 9 ? 'yes' : 'no' }),
    );

    const row = rowOf(boardFrom(entries, scoreRules(zhungeer).month), 'gas');

    expect(row.points).toEqual({ response: 30, resolution: 28, satisfaction: 31.5, onTime: 0 });
    expect(row.score).toBe(89.5);
  });
});

import { describe, expect, it } from 'vitest';
import { ranksOf } from '../../../functions/core/score/board.ts';
import { classOf } from '../../../functions/core/score/class-of.ts';
import { earnedBy, mean } from '../../../functions/core/score/points.ts';
import { partScores, ratingBoard } from '../../../functions/core/score/rating-board.ts';
import { excludedCases } from '../../../functions/core/score/rulings.ts';
import { aCase, boardFrom, cases, rating, rowOf, ruling } from './support/entries.ts';
import { sampleUnits } from './support/sample-units.ts';
import { monthRules, says, scoreRules } from './support/score-rules.ts';

describe('a mean', () => {
  it('is of what is known, and none of nothing', () => {
    expect(mean([1, undefined, 3])).toBe(2);
    expect(mean([undefined])).toBeUndefined();
    expect(mean([])).toBeUndefined();
  });
});

describe('a rate without a base', () => {
  it('earns nothing that is known, whatever its bands', () => {
    const bands = says({ shape: 'steps', knots: [{ rate: 0, earns: 1 }] });
    const rules = monthRules({ rates: { response: { bands } } });
    const rate = { yes: 0, base: 0 };

    const earned = earnedBy(
      {
        cases: 0,
        response: rate,
        resolution: rate,
        satisfaction: rate,
        onTime: { ...rate, share: 0.5 },
      } as never,
      rules,
    );

    expect(earned).toMatchObject({ response: undefined, resolution: undefined });
    expect(earned.onTime).toBeGreaterThan(0);
  });
});

describe('the ranks of a board', () => {
  it('are of those that have one', () => {
    expect(ranksOf({ all: [{ unit: 'a', rank: 1 }, { unit: 'b' }] })).toEqual({
      all: { ranked: 1, ranks: { a: 1 } },
    });
  });

  it('are told apart by the rate that the pack names, or by the number of cases', () => {
    const entries = [
      ...cases('east-1', 2, 2),
      ...cases('east-2', 4, 4, { responded: 'no' }),
      ...cases('west-1', 3, 3, { onTime: false }),
    ];
    const weightless = { weight: says(0) };
    const ranks = (...names: string[]) =>
      boardFrom(
        entries,
        monthRules({ tieBreakers: says(names), rates: { response: weightless, onTime: weightless } }),
      ).groups.subdistricts!.flatMap(({ unit, rank }) => (rank === undefined ? [] : [`${rank} ${unit}`]));

    expect(ranks()).toEqual(['1 east-1', '1 east-2', '1 west-1']);
    expect(ranks('cases')).toEqual(['1 east-2', '2 west-1', '3 east-1']);
    expect(ranks('response')).toEqual(['1 east-1', '1 west-1', '3 east-2']);
    expect(ranks('onTime', 'cases')).toEqual(['1 east-2', '2 east-1', '3 west-1']);
  });

  it('are none where nothing at all was measured, though the pack gives the mean of the group', () => {
    const board = boardFrom([], monthRules({ emptyBase: says('groupMean') }));

    expect(rowOf(board, 'east-1')).not.toHaveProperty('score');
    expect(rowOf(board, 'east-1')).not.toHaveProperty('rank');
  });
});

describe('a class for the last of several months', () => {
  it('asks for a board of each of them', () => {
    const now = { ranked: 2, ranks: { a: 1, b: 2 } };
    const last = [{ key: 'last', bottomShare: 0.5, monthsInRow: 2 }] as never;
    const row = { unit: 'b', rank: 2 };

    expect(classOf(row, now, [undefined], last)).toBeUndefined();
    expect(classOf(row, now, [], last)).toBeUndefined();
    expect(classOf(row, now, [now], last)).toBe('last');
  });
});

describe('ratings', () => {
  const rules = scoreRules({ annual: { emptyPart: says('unranked') } }).annual!;
  const boardOf = (parts: Parameters<typeof ratingBoard>[0]['parts']) =>
    ratingBoard({ period: '2026', parts, rules, units: sampleUnits }).groups.departments!;
  const of = (by: string, ...values: number[]) =>
    values.map((value, n) => rating('water', by, value, { id: `${by}-${n}` }));

  it('come to the same to the last digit in any order', () => {
    const [a, b, c] = [of('east-1', 3, 3, 4), of('east-2', 8, 8, 9), of('west-1', 1, 1, 1, 1, 1, 2, 2)];
    const ratings = [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ].map((order) => partScores('annual', order.flat(), rules, sampleUnits).subdistricts?.points);

    expect(new Set(ratings).size).toBe(1);
    expect(ratings[0]).toBeCloseTo((10 / 3 + 25 / 3 + 9 / 7) / 3, 12);
  });

  it('rank a unit that has every part, and list with nothing one that nobody rated', () => {
    const full = Object.fromEntries(
      rules.parts.map(({ key }) => [key, { ratings: 1, raters: 1, points: 50 }]),
    );
    const parts = sampleUnits.codes.map((code) => (code === 'water' ? full : undefined));
    const none = Object.fromEntries(rules.parts.map(({ key }) => [key, { ratings: 0, raters: 0 }]));

    expect(boardOf(parts)).toEqual([
      { unit: 'water', parts: full, score: 50, rank: 1 },
      { unit: 'traffic', parts: none },
    ]);
    expect(boardOf([])[0]).not.toHaveProperty('rank');
    expect(boardOf(sampleUnits.codes.map(() => ({})))[0]).not.toHaveProperty('rank');
  });
});

describe('a case that was taken out', () => {
  it('is put back whatever the reason, and stays out for one that the pack knows', () => {
    const one = aCase('gas', 'a');
    const out = ruling('exclusion', one, { at: 1 });
    const back = ruling('inclusion', one, { at: 2, reason: 'second thoughts' });

    expect([...excludedCases([out, back], monthRules())]).toEqual([]);
    expect([...excludedCases([out], monthRules())]).toEqual(['a']);
    expect([...excludedCases([{ ...out, reason: 'because' } as never], monthRules())]).toEqual([]);
  });
});

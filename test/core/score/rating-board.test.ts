import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { partScores, ratingBoard } from '../../../functions/core/score/rating-board.ts';
import type { RatingBoardRules } from '../../../functions/core/score/score-rules.ts';
import { rating } from './support/entries.ts';
import { sampleUnits } from './support/sample-units.ts';
import { says, scoreRules } from './support/score-rules.ts';
import { specialCheck } from './support/special-check.ts';

const boardOf = (board: 'annual' | 'special', entries: readonly LedgerEntry[], rules: RatingBoardRules) => {
  const parts = sampleUnits.codes.map((code) =>
    partScores(
      board,
      entries.filter(({ unit }) => unit === code),
      rules,
      sampleUnits,
    ),
  );
  return ratingBoard({ period: '2026', parts, rules, units: sampleUnits }).groups;
};

describe('the annual appraisal', () => {
  const rules = scoreRules().annual!;
  const full = (unit: string, by: Record<string, number>) =>
    Object.entries(by).map(([rater, points]) => rating(unit, rater, points));

  it("lets the subdistricts' ratings weigh a third", () => {
    const row = boardOf('annual', full('water', { 'east-1': 40, city: 100, east: 100 }), rules)
      .departments![0];

    expect(rules.parts.map(({ weight }) => weight).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
      1,
      12,
    );
    expect(row).toMatchObject({ unit: 'water', score: 80, rank: 1 });
  });

  it('covers departments and branch offices, ranked apart', () => {
    const groups = boardOf('annual', [], rules);

    expect(Object.values(groups).map((rows) => rows.map(({ unit }) => unit))).toEqual([
      ['traffic', 'water'],
      ['east-1-water'],
    ]);
  });

  it('gives each rater one voice, or each rating, as the pack says', () => {
    const entries = [
      rating('water', 'east-1', 10),
      rating('water', 'east-1', 30),
      rating('water', 'west-1', 80),
    ];
    const score = (voices: string) =>
      boardOf('annual', entries, scoreRules({ annual: { voices: says(voices) } }).annual!).departments![0]!
        .score;

    expect([score('raters'), score('ratings')]).toEqual([50, 40]);
  });

  it('lets the other parts take the weight of an empty one, or leaves the unit without a rank', () => {
    const entries = full('water', { 'east-1': 60, city: 90 });
    const row = (emptyPart: string) =>
      boardOf(
        'annual',
        entries,
        scoreRules({ annual: { emptyPart: says(emptyPart) } }).annual!,
      ).departments!.find(({ unit }) => unit === 'water')!;

    expect(row('shared').score).toBe(76.36);
    expect(row('unranked').score).toBeUndefined();
    expect(row('unranked').parts).toEqual({
      subdistricts: { ratings: 1, raters: 1, points: 60 },
      city: { ratings: 1, raters: 1, points: 90 },
      districts: { ratings: 0, raters: 0 },
    });
  });

  it('takes a part with too few ratings as empty', () => {
    const own = scoreRules({ annual: { parts: { subdistricts: { ratingsMin: says(2) } } } }).annual!;

    const row = boardOf('annual', full('water', { 'east-1': 0, city: 90 }), own).departments![0];

    expect(row?.score).toBe(90);
  });

  it('hears nobody but the raters of its parts, and no rating for another board', () => {
    const entries = [
      rating('water', 'public', 0),
      rating('water', 'gas', 0),
      rating('water', 'nobody', 0),
      rating('water', 'east-2', 0, { board: 'special' }),
      rating('water', 'east-2', 0, { board: 'mutual' }),
      rating('water', 'east-1', 70),
    ];

    expect(boardOf('annual', entries, rules).departments![0]).toMatchObject({ unit: 'water', score: 70 });
  });

  it('counts a rating once, and the same id of another month as another rating', () => {
    const one = rating('water', 'east-1', 70, { id: 'a' });
    const scores = partScores('annual', [one, one, { ...one, month: '2026-12' }], rules, sampleUnits);

    expect(scores.subdistricts).toEqual({ ratings: 2, raters: 1, points: 70 });
  });
});

describe('a special check', () => {
  it('lets street and public weigh 75 % together', () => {
    const rules = scoreRules(specialCheck).special!;
    const entries = [
      ...[
        rating('water', 'east-1', 100, { board: 'special' }),
        rating('water', 'public', 100, { board: 'special' }),
      ],
      rating('water', 'city', 0, { board: 'special' }),
    ];

    expect(boardOf('special', entries, rules).departments![0]).toMatchObject({ unit: 'water', score: 75 });
  });
});

import { describe, expect, it } from 'vitest';
import { ranksOf } from '../../../functions/core/score/board.ts';
import { aCase, boardFrom, cases, overdue, points, rowOf, silent } from './support/entries.ts';
import { monthRules, says } from './support/score-rules.ts';

const rules = monthRules();

describe("the month's board", () => {
  it('has a row for every unit of a group, in the order of score and then of code', () => {
    const board = boardFrom(
      [...cases('west-2', 4, 4), ...cases('east-2', 4, 4), ...cases('west-1', 2, 4)],
      rules,
    );

    expect(board.groups.subdistricts!.map(({ unit, score, rank }) => [unit, score, rank])).toEqual([
      ['east-2', 100, 1],
      ['west-2', 100, 1],
      ['west-1', 50, 3],
      ['east-1', undefined, undefined],
    ]);
    expect(Object.keys(board.groups)).toEqual([
      ...['subdistricts', 'districts', 'departments', 'enterprises', 'communities'],
    ]);
  });

  it('weighs the three rates and shows the on-time share beside them', () => {
    const entries = [
      aCase('gas', '1', { onTime: false }),
      aCase('gas', '2', { outcome: 'unresolved', resolved: 'no' }),
    ];

    expect(rowOf(boardFrom(entries, rules), 'gas')).toMatchObject({
      ...{
        response: { share: 1 },
        resolution: { share: 0.5 },
        satisfaction: { share: 1 },
        onTime: { share: 0.5 },
      },
      ...{
        points: { response: 20, resolution: 20, satisfaction: 40, onTime: 0 },
        score: 80,
        scoreFrom: 'cases',
      },
    });
  });

  it('weighs the on-time share where the pack gives it a weight, open overdue tickets included', () => {
    const own = monthRules({ rates: { onTime: { weight: says(100) } } });

    const row = rowOf(boardFrom([...cases('gas', 1, 1), overdue('gas', 'x')], own), 'gas');

    expect(row.points).toEqual({ response: 10, resolution: 20, satisfaction: 20, onTime: 25 });
  });

  describe('of a district', () => {
    it('pools its units, whatever their size, with its own cases', () => {
      const entries = [...cases('east-1', 9, 9), ...cases('east-2', 0, 1), ...cases('east', 0, 2)];

      const row = rowOf(boardFrom(entries, rules), 'east');

      expect(row).toMatchObject({ cases: 12, resolution: { yes: 9, base: 12 }, score: 75 });
    });

    it('counts a community in its subdistrict and district, and a bureau in its district and department', () => {
      const board = boardFrom([...cases('east-1-a', 1, 1), ...cases('east-water', 1, 2)], rules);

      expect(['east-1', 'east', 'water', 'west'].map((unit) => rowOf(board, unit).cases)).toEqual([
        1, 3, 2, 0,
      ]);
    });

    it('has the bonus given to itself alone', () => {
      const board = boardFrom([...cases('east-1', 1, 2), points('east-1', 5), points('east', 2)], rules);

      expect(rowOf(board, 'east')).toMatchObject({ bonus: 2, score: 52 });
      expect(rowOf(board, 'east-1')).toMatchObject({ bonus: 5, score: 55 });
    });
  });

  describe('of a department', () => {
    const entries = [...cases('water', 2, 2), ...cases('east-1', 1, 4, { trade: 'water' })];

    it('weighs its own cases and those of its trade', () => {
      const own = monthRules({ department: { own: says(60), trade: says(40) } });

      expect(rowOf(boardFrom(entries, own), 'water')).toMatchObject({
        ...{ cases: 2, resolution: { yes: 2, base: 2 }, score: 70 },
        trade: { cases: 4, resolution: { yes: 1, base: 4, share: 0.25 } },
      });
    });

    it('stands on the one that has a base where the other has none', () => {
      const board = boardFrom([...cases('water', 1, 2), ...cases('gas', 1, 4, { trade: 'traffic' })], rules);

      expect(rowOf(board, 'water').score).toBe(50);
      expect(rowOf(board, 'traffic')).toMatchObject({ cases: 0, trade: { cases: 4 }, score: 25 });
    });

    it('does not count its own cases and those of its bureaus in its trade again', () => {
      const trade = { trade: 'water' };
      const led = [...cases('water', 1, 1, trade), ...cases('east-water', 1, 1, trade)];

      const twice = monthRules({ department: { tradeIncludesOwn: says(true) } });

      expect(rowOf(boardFrom(led, rules), 'water')).toMatchObject({ cases: 2, trade: { cases: 0 } });
      expect(rowOf(boardFrom(led, twice), 'water')).toMatchObject({ cases: 2, trade: { cases: 2 } });
    });
  });

  it('charges a delay to the summoned unit and not to the lead', () => {
    const board = boardFrom(
      [aCase('east-1', '1', { onTime: false, lateBy: 'gas' }), ...cases('gas', 3, 3)],
      rules,
    );

    expect(rowOf(board, 'east-1').onTime).toEqual({ yes: 0, base: 0 });
    expect(rowOf(board, 'gas').onTime).toEqual({ yes: 3, base: 4, share: 0.75 });
  });

  describe('with an empty base', () => {
    const entries = [
      ...cases('east-1', 4, 4),
      ...cases('east-2', 2, 4),
      silent('west-1', '1', 'unreachable'),
    ];
    const scores = (emptyBase: string, baseMin = 1) => {
      const own = monthRules({ emptyBase: says(emptyBase), baseMin: says(baseMin) });
      const { subdistricts } = boardFrom(entries, own).groups;
      return subdistricts!.map(({ unit, score, rank }) => [unit, score, rank]);
    };

    it('lists the unit without a rank', () => {
      expect(scores('unranked').slice(2)).toEqual([
        ['west-1', undefined, undefined],
        ['west-2', undefined, undefined],
      ]);
    });

    it('gives full marks', () => {
      expect(scores('fullMarks').map(([, score]) => score)).toEqual([100, 100, 100, 50]);
    });

    it('gives the mean of the group', () => {
      expect(scores('groupMean').map(([, score]) => score)).toEqual([100, 75, 75, 50]);
    });

    it('treats a unit below the smallest base alike', () => {
      expect(scores('unranked', 5)).toEqual(
        ['east-1', 'east-2', 'west-1', 'west-2'].map((unit) => [unit, undefined, undefined]),
      );
    });
  });

  it.each([
    ['shared', 50],
    ['fullMarks', 70],
    ['groupMean', 66],
  ])('lets a rate without a base earn what the pack says: %s', (emptyRate, score) => {
    const unasked = cases('west-1', 1, 2).map(({ satisfied, ...rest }) => rest);
    const others = cases('west-2', 9, 10);

    const board = boardFrom([...unasked, ...others], monthRules({ emptyRate: says(emptyRate) }));

    expect(rowOf(board, 'west-1').score).toBe(score);
  });

  it('caps bonus and deduction', () => {
    const own = monthRules({ bonusMax: says(3), deductionMax: says(60) });

    const board = boardFrom(
      [
        ...cases('gas', 1, 2),
        points('gas', 2),
        points('gas', 2.5),
        ...cases('east-1', 1, 2),
        points('east-1', -99),
      ],
      own,
    );

    expect(rowOf(board, 'gas')).toMatchObject({ bonus: 3, score: 53 });
    expect(rowOf(board, 'east-1')).toMatchObject({ deduction: 60, score: 0 });
  });

  it('breaks ties as the pack says, and shares the rank of what is equal in all of it', () => {
    const entries = [...cases('east-1', 4, 4), ...cases('east-2', 8, 8), ...cases('west-1', 8, 8)];
    const ranks = (tieBreakers: string[]) =>
      boardFrom(entries, monthRules({ tieBreakers: says(tieBreakers) }))
        .groups.subdistricts!.slice(0, 3)
        .map(({ unit, rank }) => [unit, rank]);

    expect(ranks([]).map(([, rank]) => rank)).toEqual([1, 1, 1]);
    expect(ranks(['onTime', 'cases'])).toEqual([
      ['east-2', 1],
      ['west-1', 1],
      ['east-1', 3],
    ]);
  });

  it('ranks by the rounded score: what reads the same is the same', () => {
    const entries = [...cases('east-1', 2_000, 3_000), ...cases('east-2', 2_001, 3_001)];
    const ranks = (decimals: number) =>
      boardFrom(entries, monthRules({ decimals: says(decimals) }))
        .groups.subdistricts!.slice(0, 2)
        .map(({ rank }) => rank);

    expect(ranks(1)).toEqual([1, 1]);
    expect(ranks(2)).toEqual([1, 2]);
  });

  it('shows the places won and lost since the board before', () => {
    const first = boardFrom([...cases('east-1', 4, 4), ...cases('east-2', 2, 4)], rules);
    const entries = [...cases('east-1', 2, 4), ...cases('east-2', 4, 4), ...cases('west-1', 3, 4)];

    const next = boardFrom(entries, rules, [ranksOf(first.groups)]);

    expect(
      next.groups.subdistricts!.map(({ unit, rank, rankBefore, movement }) => [
        unit,
        rank,
        rankBefore,
        movement,
      ]),
    ).toEqual([
      ['east-2', 1, 2, 1],
      ['west-1', 2, undefined, undefined],
      ['east-1', 3, 1, -2],
      ['west-2', undefined, undefined, undefined],
    ]);
  });
});

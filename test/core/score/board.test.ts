import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../functions/core/score/board.ts';
import type { ScoredCase } from '../../../functions/core/score/rates.ts';

const score = {
  weights: { response: 20, resolution: 40, satisfaction: 40 },
  baseMin: 1,
  unreachable: 'excluded',
} as const;

const said = (unit: string, responded: boolean, resolved: boolean, satisfied: boolean): ScoredCase => {
  const word = (yes: boolean) => (yes ? 'yes' : 'no');
  return {
    unit,
    outcome: resolved ? 'resolved' : 'unresolved',
    onTime: true,
    responded: word(responded),
    resolved: word(resolved),
    satisfied: word(satisfied),
  };
};

describe('the board of a month', () => {
  it('weighs the three rates and ranks the units', () => {
    const cases = [said('a', true, true, true), said('a', true, false, true), said('b', true, true, true)];

    const board = boardOf(cases, score);

    expect(board.map(({ unit, score: points, rank }) => [unit, points, rank])).toEqual([
      ['b', 100, 1],
      ['a', 80, 2],
    ]);
  });

  it('counts somebody as satisfied whose matter is not resolved', () => {
    const [row] = boardOf([said('a', true, false, true)], score);

    expect(row?.resolution.share).toBe(0);
    expect(row?.satisfaction.share).toBe(1);
  });

  it('lets equal scores share a rank and skips the next one', () => {
    const board = boardOf(
      ['a', 'b'].map((unit) => said(unit, true, true, true)).concat(said('c', true, false, false)),
      score,
    );

    expect(board.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it('lists a unit without a base but does not rank it', () => {
    const unreached: ScoredCase = { unit: 'a', outcome: 'unreachable', onTime: true };

    const [row] = boardOf([unreached], score);

    expect(row).toMatchObject({ unit: 'a', cases: 1 });
    expect(row?.rank).toBeUndefined();
  });

  it('counts the unreachable as the pack says', () => {
    const unreached: ScoredCase = { unit: 'a', outcome: 'unreachable', onTime: true };

    const [row] = boardOf([unreached], { ...score, unreachable: 'asUnresolved' });

    expect(row?.resolution).toEqual({ yes: 0, base: 1, share: 0 });
  });
});

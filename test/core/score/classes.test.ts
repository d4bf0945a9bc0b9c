import { describe, expect, it } from 'vitest';
import { ranksOf } from '../../../functions/core/score/board.ts';
import { boardFrom, cases, rowOf } from './support/entries.ts';
import { monthRules, says } from './support/score-rules.ts';

describe('classes', () => {
  const title = { zh: '类', en: 'Class' };
  const own = monthRules({
    classes: {
      ...{ advanced: null, progress: null, rectify: null, governance: null },
      last: { title, when: says({ bottomShare: 0.25, monthsInRow: 2 }) },
      first: { title, when: says({ topShare: 0.25 }) },
      risen: { title, when: says({ risesMin: 1 }) },
      good: { title, when: says({ scoreMin: 75 }) },
    },
  });
  const month = (...yes: [number, number, number, number]) =>
    ['east-1', 'east-2', 'west-1', 'west-2'].flatMap((unit, n) => cases(unit, yes[n]!, 4));
  const classes = (entries: ReturnType<typeof month>, before: Parameters<typeof boardFrom>[2]) =>
    Object.fromEntries(
      boardFrom(entries, own, before).groups.subdistricts!.map((row) => [row.unit, row.class]),
    );

  it('go to the first whose conditions hold, months in a row included', () => {
    const october = ranksOf(boardFrom(month(4, 2, 3, 1), own).groups);

    expect(classes(month(4, 3, 2, 1), [october])).toEqual({
      ...{ 'east-1': 'first', 'east-2': 'risen', 'west-1': undefined, 'west-2': 'last' },
    });
    expect(classes(month(4, 3, 2, 1), [undefined, october])['west-2']).toBeUndefined();
    expect(classes(month(4, 3, 2, 1), [])).toMatchObject({ 'east-2': 'good', 'west-2': undefined });
  });

  it('take just their share of the ranked units, at both edges', () => {
    const before = ranksOf(boardFrom(month(4, 3, 2, 1), own).groups);

    expect(Object.values(classes(month(4, 3, 2, 1), [before]))).toEqual(['first', 'good', undefined, 'last']);
  });

  it('count a shared rank as the best place it stands for', () => {
    const october = ranksOf(boardFrom(month(4, 1, 1, 1), own).groups);

    expect(classes(month(4, 1, 1, 1), [october])['west-2']).toBeUndefined();
  });

  it('have nobody at the edges of a small group', () => {
    const board = boardFrom(cases('gas', 4, 4), own);

    expect(rowOf(board, 'gas')).toMatchObject({ rank: 1, class: 'good' });
  });

  it('are for ranked units alone', () => {
    expect(rowOf(boardFrom([], own), 'gas').class).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../sim/city/run-result.ts';
import { boardFigures } from '../../../sim/experiment/summary/board-figures.ts';
import type { CityNames } from '../../../sim/experiment/summary/city-names.ts';

const rate = (yes: number, base: number) => ({ yes, base });
const names = { nameOf: (code: string) => ({ zh: code, en: code }) } as unknown as CityNames;

/** A replication's board of one group, as far as the summary reads it. */
const board = (rows: readonly object[]): RunResult =>
  ({
    boards: [
      {
        month: '2025-06',
        groups: {
          subdistricts: rows.map((row) => ({
            cases: 10,
            response: rate(10, 10),
            resolution: rate(8, 10),
            satisfaction: rate(0, 0),
            onTime: rate(9, 10),
            ...row,
          })),
        },
      },
    ],
  }) as unknown as RunResult;

describe('boards over replications', () => {
  it('rank by the mean score, with the range of ranks, and give the class that is most frequent, which may be none', () => {
    const runs = [
      board([
        { unit: 'a', score: 90, rank: 1, class: 'advanced' },
        { unit: 'b', score: 80, rank: 2, class: 'rectify' },
      ]),
      board([
        { unit: 'a', score: 70, rank: 2 },
        { unit: 'b', score: 84, rank: 1, class: 'rectify' },
      ]),
      board([
        { unit: 'a', score: 77, rank: 2 },
        { unit: 'b', score: 85, rank: 1, class: 'advanced' },
      ]),
    ];

    const [first, second] = boardFigures(runs, names)[0]!.groups[0]!.lines;

    expect(first).toMatchObject({
      unit: 'b',
      rank: 1,
      rankLow: 1,
      rankHigh: 2,
      className: 'rectify',
      resolution: 0.8,
    });
    expect(first!.score!.mean).toBeCloseTo(83, 12);
    expect(first).not.toHaveProperty('satisfaction');
    expect(second).toMatchObject({ unit: 'a', rank: 2, cases: 10 });
    expect(second).not.toHaveProperty('className');
  });

  it('do not rank a unit that some replication has no score for', () => {
    const runs = [board([{ unit: 'a', score: 90, rank: 1 }]), board([{ unit: 'a' }])];

    const [line] = boardFigures(runs, names)[0]!.groups[0]!.lines;

    expect(line).not.toHaveProperty('rank');
    expect(line).not.toHaveProperty('score');
  });
});

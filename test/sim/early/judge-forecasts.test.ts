import { describe, expect, it } from 'vitest';
import { judgeForecasts } from '../../../sim/early/forecast/judge-forecasts.ts';
import type { OriginScores } from '../../../sim/early/forecast/score-origins.ts';
import type { StreamRows } from '../../../sim/early/read/stream-rows.ts';

const source: StreamRows = {
  account: {
    encoding: '',
    rows: 0,
    rejected: 0,
    examples: [],
    columns: { opened: true, closed: false },
    absent: [],
  },
  rows: [],
  items: ['item'],
  areas: [{ kind: 'city', name: '*' }],
  filedTogether: 0,
};

/** Origins at which 10 came; `errors` are those of base and candidate. */
const origins = (errors: readonly (readonly [number, number])[]): OriginScores[] =>
  errors.map(([seasonal, usual], i) => ({
    week: i * 4,
    kind: 'city',
    horizon: 1,
    scored: [
      { stream: 0, actual: 10, forecasts: { seasonal: 10 + seasonal, recent: 30, usual: 10 + usual } },
    ],
  }));

describe('the choice of a forecast', () => {
  it('keeps the base where another was better only by one lucky origin', () => {
    const [line] = judgeForecasts(
      origins([
        [9, 0],
        [1, 2],
        [1, 2],
        [1, 2],
        [3, 1],
        [3, 1],
        [3, 1],
        [3, 1],
      ]),
      source,
    );

    expect(line!.chosen).toBe('seasonal');
  });

  it('takes what beats the base time and again, by the origins before those it is judged on', () => {
    const [line] = judgeForecasts(
      origins([
        [3, 1],
        [3, 1],
        [4, 1],
        [3, 1],
        [1, 5],
        [1, 5],
        [1, 5],
        [1, 5],
      ]),
      source,
    );

    expect(line!.chosen).toBe('usual');
    expect(line!.errors.usual).toBe(5);
    expect(line!.skill.mean).toBeCloseTo(1 - 25, 9);
  });

  it('measures coverage on the judging half alone', () => {
    const [line] = judgeForecasts(
      origins([
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 40],
        [0, 40],
        [0, 40],
      ]),
      source,
    );

    expect(line!.coverage.map(({ busy }) => busy.measured)).toEqual([0.25, 0.25]);
    expect(line!.coverage[0]!.busy.modelled).toBeGreaterThanOrEqual(0.8);
  });

  it('says nothing of too few origins', () => {
    expect(
      judgeForecasts(
        origins([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
        source,
      ),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../sim/city/run-result.ts';
import { publishedLines } from '../../../sim/experiment/summary/published-lines.ts';
import { distanceFrom, publishedPoints } from '../../../sim/experiment/summary/published-points.ts';

const month = (name: string, resolutionRate: number | null) => ({
  month: name,
  closed: 10,
  onTimeShare: 1,
  responseRate: 1,
  resolutionRate,
  satisfactionRate: 0.9,
});
const runs = [0.5, 0.6].map((rate) => ({
  monthly: [month('2019-01', rate), month('2019-02', rate + 0.2), month('2020-01', null)],
  measures: {} as RunResult['measures'],
}));
const point = (date: string, measure = 'resolutionRate', value = 0.5309) => ({
  date,
  measure,
  value,
  source: 'a paper',
});

describe('published figures', () => {
  it('stand beside the month of the run, or the mean of the months of a year', () => {
    const points = publishedPoints({ published: [point('2019-01'), point('2019')] }, runs);

    expect(points[0]!.simulated!.mean).toBeCloseTo(0.55, 12);
    expect(points[1]!.simulated!.mean).toBeCloseTo(0.65, 12);
    expect(points[0]!.simulated!.halfWidth95).toBeCloseTo(12.706 * 0.05, 3);
  });

  it('have nothing beside them where the run has no such month, measure or value', () => {
    const points = publishedPoints(
      { published: [point('2018-01'), point('2019-01', 'contacts'), point('2020-01')] },
      runs,
    );

    expect(points.map(({ simulated }) => simulated)).toEqual([undefined, undefined, undefined]);
    expect(distanceFrom(points)).toBeUndefined();
  });

  it('are told how far the run is, and that it is a fit', () => {
    const points = publishedPoints(
      { published: [point('2019-01', 'resolutionRate', 0.52), point('2019')] },
      runs,
    );

    const distance = distanceFrom(points)!;
    const lines = publishedLines({ points, free: 63, distance }, 'en');

    expect(distance).toBeCloseTo(Math.sqrt((0.03 ** 2 + 0.1191 ** 2) / 2), 12);
    expect(lines.at(-1)).toBe(
      'root mean square distance 8.68 %; 63 values of the scenario are assumed and free to choose: a fit, no prediction',
    );
    expect(publishedLines(undefined, 'en')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { publishedFit } from '../../../sim/city/published-fit.ts';
import { scenarioWith } from './small-city.ts';

const month = (name: string, resolutionRate: number | null) => ({
  month: name,
  closed: 10,
  onTimeShare: 1,
  responseRate: 1,
  resolutionRate,
  satisfactionRate: null,
});

const point = (date: string, measure: string, value: number) => ({ date, measure, value, source: 'a test' });

describe('the published points beside a run', () => {
  it('are set beside their month, or beside the mean of the months of their year', () => {
    const scenario = scenarioWith('beijing-day', {
      published: [
        point('2019-01', 'resolutionRate', 0.5),
        point('2020', 'resolutionRate', 0.9),
        point('2021', 'resolutionRate', 0.9),
        point('2019-01', 'satisfactionRate', 0.6),
      ],
    });
    const monthly = [month('2019-01', 0.53), month('2020-01', 0.8), month('2020-02', 0.92)];

    const { points, rootMeanSquare } = publishedFit(scenario, { monthly });

    expect(points.map(({ simulated }) => simulated)).toEqual([0.53, (0.8 + 0.92) / 2, null, null]);
    expect(rootMeanSquare).toBeCloseTo(Math.sqrt((0.03 ** 2 + 0.04 ** 2) / 2), 12);
  });
});

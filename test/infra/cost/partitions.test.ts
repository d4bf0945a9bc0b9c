import { describe, expect, it } from 'vitest';
import { hotPartitions, peakOf } from '../../../infra/cost/partitions.ts';
import { load, spent } from './sample-spent.ts';

describe('the peak of a year', () => {
  it('is the busiest minute of the busiest hour of the busiest day', () => {
    // 36.5 M a year: 100,000 a day, 300,000 on the busiest, 27,000 in its busiest hour, 450 a minute, 1,350 in its busiest.
    const peak = peakOf(36_500_000, load);

    expect(peak.perMinute).toBeCloseTo(1_350, 6);
    expect(peak.perSecond).toBeCloseTo(22.5, 6);
  });
});

describe('the hottest partitions', () => {
  it('take their shares of the peak’s writes', () => {
    const ticket = spent({ indexWriteUnits: { wake: 32, worklist: 10, place: 5 } });

    const rows = hotPartitions({ perMinute: 600, perSecond: 10 }, ticket, load, 16);

    expect(rows.map(({ writeUnits }) => writeUnits)).toEqual([20, 2, 100, 1]);
    expect(rows.map(({ share }) => share)).toEqual([0.02, 0.002, 0.1, 0.001]);
  });
});

import { describe, expect, it } from 'vitest';
import { negativeBinomial } from '../../../sim/engine/distributions/negative-binomial.ts';
import { Stream } from '../../../sim/engine/stream.ts';
import { fitArrivals } from '../../../sim/fit/arrivals/fit-arrivals.ts';
import { addOpening, emptyHourCells, recordedHours } from '../../../sim/fit/arrivals/hour-cells.ts';

const hourMs = 3_600_000;
const monday = Date.UTC(2024, 0, 1);

/** Requests of `days` from Monday 2024-01-01: `perDay` of an hour, in the hours that `isRecorded`. */
function cellsOf(
  days: number,
  count: (hour: number, weekday: number, month: number) => number,
  isRecorded: (day: number, hour: number) => boolean = () => true,
) {
  const cells = emptyHourCells();
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour++) {
      if (!isRecorded(day, hour)) continue;
      const at = monday + (day * 24 + hour) * hourMs;
      const requests = count(hour, day % 7, new Date(at).getUTCMonth());
      for (let i = 0; i < requests; i++) addOpening(cells, at + i, false);
    }
  }
  return cells;
}

describe('an arrival fit', () => {
  it('takes hours, weekdays and months apart', () => {
    const shape = (hour: number, weekday: number, month: number) =>
      (hour < 8 ? 2 : 8) * (weekday >= 5 ? 1 : 2) * (month === 6 ? 3 : 1);

    const fit = fitArrivals(recordedHours(cellsOf(366, shape), 'whole'), 0)!;

    expect(fit.hour[9]! / fit.hour[3]!).toBeCloseTo(4, 6);
    expect(fit.weekday[0]! / fit.weekday[6]!).toBeCloseTo(2, 6);
    expect(fit.month[6]! / fit.month[0]!).toBeCloseTo(3, 6);
    expect(fit.explained.all).toBeCloseTo(1, 6);
    expect(fit.noise!.shape).toBeUndefined();
  });

  it('is not misled by a file that saw busy hours more often than quiet ones', () => {
    const shape = (hour: number) => (hour < 12 ? 1 : 5);
    const isRecorded = (day: number, hour: number) => hour >= 12 || day % 10 === 0;

    const fit = fitArrivals(recordedHours(cellsOf(364, shape, isRecorded), 'gaps'), 0)!;

    expect(fit.hour[20]! / fit.hour[2]!).toBeCloseTo(5, 6);
    expect(fit.perDay).toBeGreaterThan(72);
  });

  it('finds the noise that a day shares', () => {
    const stream = new Stream(1, 'days');
    const law = negativeBinomial({ mean: 200, shape: 8 });
    const cells = emptyHourCells();
    for (let day = 0; day < 2_000; day++) {
      const requests = law.draw(stream);
      for (let i = 0; i < requests; i++)
        addOpening(cells, monday + (day * 24 + stream.below(24)) * hourMs, false);
    }

    const { noise } = fitArrivals(recordedHours(cells, 'whole'), 0)!;

    expect(Math.abs(noise!.shape! / 8 - 1)).toBeLessThan(0.12);
    expect(Math.abs(noise!.dispersion / (1 + 200 / 8) - 1)).toBeLessThan(0.12);
    expect(noise!.pearson).toBeCloseTo(1, 1);
  });

  it('gives no profile for what was never recorded, and no noise for a few days', () => {
    const fit = fitArrivals(
      recordedHours(
        cellsOf(3, () => 4),
        'gaps',
      ),
      12,
    )!;

    expect(fit.weekday.slice(3)).toEqual([undefined, undefined, undefined, undefined]);
    expect(fit.noise).toBeUndefined();
    expect(fit).toMatchObject({ requests: 3 * 24 * 4 + 12, dateOnly: 12 });
    expect(fit.perDay).toBeCloseTo(96 + 4, 9);
  });

  it('refuses times that lie more than a century apart: one of them was misread', () => {
    const cells = emptyHourCells();
    addOpening(cells, Date.UTC(1900, 0, 1), false);
    addOpening(cells, Date.UTC(2024, 0, 1), false);

    expect(() => recordedHours(cells, 'whole')).toThrow('1900-01-01 to 2024-01-01: more than a century');
  });
});

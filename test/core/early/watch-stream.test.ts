import { describe, expect, it } from 'vitest';
import { sizeAt } from '../../../functions/core/early/dispersion.ts';
import { surgeEvidence } from '../../../functions/core/early/surge-evidence.ts';
import { alarmThreshold, newWatch, watchHour } from '../../../functions/core/early/watch-stream.ts';
import { negativeBinomial } from '../../../sim/engine/distributions/negative-binomial.ts';
import { drawPoisson } from '../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../sim/engine/stream.ts';

const surge = { factor: 3, extra: 2 };

/** False alarms in `hours` hours of counts that are as expected, at a threshold for `stated` of them. */
function falseAlarms(hours: number, stated: number, mean: number, size: number): number {
  const chance = new Stream(7, `false alarms ${mean} ${size}`);
  const counts = negativeBinomial({ mean, shape: size });
  const watch = newWatch();
  const threshold = alarmThreshold(1, hours, stated);
  let alarms = 0;
  for (let hour = 0; hour < hours; hour++) {
    if (watchHour(watch, counts.draw(chance), { mean, size }, surge, threshold) !== undefined) alarms++;
  }
  return alarms;
}

describe('the watch of a stream', () => {
  it.each([
    [0.05, 0.1],
    [2, 1.5],
    [40, 5],
  ])('keeps the stated false-alarm rate for a mean of %f and size %f', (mean, size) => {
    const alarms = falseAlarms(200_000, 200, mean, size);

    expect(alarms).toBeGreaterThan(0);
    expect(alarms).toBeLessThanOrEqual(200);
  });

  it('keeps the rate while the usual changes from hour to hour', () => {
    const chance = new Stream(3, 'day and night');
    const watch = newWatch();
    const threshold = alarmThreshold(1, 100_000, 100);
    let alarms = 0;
    for (let hour = 0; hour < 100_000; hour++) {
      const expected = { mean: hour % 24 < 8 ? 0.2 : 4, size: Number.POSITIVE_INFINITY };
      const count = drawPoisson(chance, expected.mean);
      if (watchHour(watch, count, expected, surge, threshold) !== undefined) alarms++;
    }

    expect(alarms).toBeLessThanOrEqual(100);
  });

  it('tells of a surge with the hours and requests it rests on, then begins anew', () => {
    const watch = newWatch();
    const expected = { mean: 1, size: 2 };
    const threshold = alarmThreshold(1_000, 730, 1);
    const alarms = [1, 0, 9, 12, 14, 11].map((count) => watchHour(watch, count, expected, surge, threshold));

    const at = alarms.findIndex((alarm) => alarm !== undefined);
    expect(at).toBeGreaterThan(2);
    expect(alarms[at]).toMatchObject({ hours: at - 1 });
    expect(alarms[at]!.count).toBe([9, 12, 14, 11].slice(0, at - 1).reduce((a, b) => a + b));
    expect(alarms[at]!.evidence).toBeGreaterThanOrEqual(threshold);
    expect(watch.hours).toBeLessThan(at);
  });

  it('wants more evidence for more streams, longer spans and fewer false alarms, and never less than none', () => {
    expect(alarmThreshold(100, 730, 1)).toBeCloseTo(Math.log(73_000), 12);
    expect(alarmThreshold(100, 730, 10)).toBeLessThan(alarmThreshold(100, 730, 1));
    expect(alarmThreshold(1, 10, 1_000)).toBe(0);
    expect(() => alarmThreshold(0, 730, 1)).toThrow(RangeError);
  });
});

describe('the evidence of an hour', () => {
  it('is the log of a likelihood ratio: on average its exponential is 1 where nothing is wrong', () => {
    const size = sizeAt(3, { perRequest: 0.5, perMean: 0.2 });
    const draws = negativeBinomial({ mean: 3, shape: size });
    const chance = new Stream(1, 'ratio');
    let sum = 0;
    for (let i = 0; i < 200_000; i++) {
      sum += Math.exp(surgeEvidence(draws.draw(chance), { mean: 3, size }, { factor: 1.2, extra: 0.2 }));
    }

    expect(Math.abs(sum / 200_000 - 1)).toBeLessThan(0.02);
  });

  it('of counts that come in bunches says less than that of counts one by one', () => {
    const poisson = surgeEvidence(12, { mean: 2, size: Number.POSITIVE_INFINITY }, surge);
    const bunched = surgeEvidence(12, { mean: 2, size: 1 }, surge);

    expect(bunched).toBeGreaterThan(0);
    expect(bunched).toBeLessThan(poisson / 2);
  });
});

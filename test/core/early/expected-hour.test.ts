import { describe, expect, it } from 'vitest';
import { expectedHour } from '../../../functions/core/early/watch/expected-hour.ts';
import { alarmThreshold, newWatch, watchHour } from '../../../functions/core/early/watch-stream.ts';
import { negativeBinomial } from '../../../sim/engine/distributions/negative-binomial.ts';
import { Stream } from '../../../sim/engine/stream.ts';

const hours = 100_000;
const stated = 100;
const dispersion = { perRequest: 0.2, perMean: 0.2 };

/** Alarms in hours that hang together by `truth`, watched as if they did by `taken`. */
function alarms(truth: number, taken: number): number {
  const chance = new Stream(5, `hours that hang together ${truth}`);
  const watch = newWatch();
  const threshold = alarmThreshold(1, hours, stated);
  let raised = 0;
  let last = 2;
  for (let hour = 0; hour < hours; hour++) {
    const { mean, size } = expectedHour(2, last, truth, dispersion);
    const count = negativeBinomial({ mean, shape: size }).draw(chance);
    const expected = expectedHour(2, last, taken, dispersion);
    if (watchHour(watch, count, expected, { factor: 3, extra: 2 }, threshold) !== undefined) raised++;
    last = count;
  }
  return raised;
}

describe('what an hour brings after the hour before', () => {
  it('is the usual where hours do not hang together, whatever came before', () => {
    expect(expectedHour(4, 50, 0, dispersion).mean).toBe(4);
    expect(expectedHour(4, 50, 0.25, dispersion).mean).toBe(15.5);
  });

  it('keeps the stated rate of false alarms where hours hang together, which is broken by taking them for independent', () => {
    expect(alarms(0.4, 0.4)).toBeLessThanOrEqual(stated);
    expect(alarms(0.4, 0)).toBeGreaterThan(stated);
  });
});

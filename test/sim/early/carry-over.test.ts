import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../sim/early/detect/carry-over.ts';
import { unaware, type Watcher } from '../../../sim/early/detect/watch-window.ts';
import { drawPoisson } from '../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../sim/engine/stream.ts';

const hours = 5_000;

const poisson = { perRequest: 0, perMean: 0 };

/** A watcher of one city-wide stream with four requests an hour. */
const watcher: Watcher = {
  usual: {
    window: { from: 0, to: hours, rows: [], isWatched: true },
    itemMeans: [new Float64Array(hours).fill(4)],
    shareOf: () => 1,
  },
  areas: [{ kind: 'city', name: '*' }],
  dispersionOf: Object.assign(() => poisson, {
    pooled: { city: poisson, district: poisson, place: poisson },
  }),
  carryOver: unaware,
  surge: { factor: 3, extra: 2 },
  thresholds: { city: 10 },
};

const held = (rateOf: (hour: number) => number) => {
  const chance = new Stream(1, 'carry over');
  const series = Float64Array.from({ length: hours }, (_, hour) => drawPoisson(chance, rateOf(hour)));
  return [{ watcher, counts: new Map([[0, series]]) }];
};

describe('what one hour carries over into the next', () => {
  it('is nothing where hours are independent', () => {
    expect(Math.abs(carryOver(held(() => 4)).city!)).toBeLessThan(0.05);
  });

  it('shows where evenings are busy or quiet as a whole', () => {
    const evening = new Stream(2, 'evenings');
    const levels = Array.from({ length: hours / 10 }, () => 2 + 4 * evening.next01());

    expect(carryOver(held((hour) => levels[Math.floor(hour / 10)]!)).city).toBeGreaterThan(0.15);
  });
});

import { describe, expect, it } from 'vitest';
import { Stream } from '../../../sim/engine/stream.ts';
import { fitCapacity, unlimitedQuantile } from '../../../sim/fit/backtest/fit-capacity.ts';
import { predictClosing } from '../../../sim/fit/backtest/predict-closing.ts';

const atOnce = (age: number) => (age < 0 ? 0 : 1);
const weekdayOf = (index: number) => index % 7;
const free = Array.from({ length: 7 }, () => Number.POSITIVE_INFINITY);

describe('a prediction of closings', () => {
  it('spreads each day’s requests by the law of handling times', () => {
    const law = (age: number) => (age < 0 ? 0 : Math.min(1, (age + 1) / 4));

    const closed = predictClosing({
      opened: Float64Array.of(0, 8, 0, 0, 0, 0),
      open: new Float64Array(6),
      law,
      capacity: free,
      from: 1,
      to: 6,
      weekdayOf,
    });

    expect([...closed]).toEqual([2, 2, 2, 2, 0]);
  });

  it('closes what was open at the start by the law of what is left of it', () => {
    const law = (age: number) => (age < 0 ? 0 : Math.min(1, (age + 1) / 4));

    const closed = predictClosing({
      opened: new Float64Array(6),
      open: Float64Array.of(6, 0, 0, 0, 0, 0),
      law,
      capacity: free,
      from: 2,
      to: 6,
      weekdayOf,
    });

    expect([...closed]).toEqual([3, 3, 0, 0]);
  });

  it('makes what is ready wait for the capacity of a weekday', () => {
    const closed = predictClosing({
      opened: Float64Array.of(5, 5, 5, 0, 0),
      open: new Float64Array(5),
      law: atOnce,
      capacity: [4, 4, 0, 4, 4, 4, 4],
      from: 0,
      to: 5,
      weekdayOf,
    });

    expect([...closed]).toEqual([4, 4, 0, 4, 3]);
  });
});

describe('a fitted capacity', () => {
  const days = 280;

  /** Closings of a unit that closes at most `limit` of what came on working days, and nothing at weekends. */
  function closingsOf(opened: Float64Array, limit: number): Float64Array {
    let waiting = 0;
    return opened.map((count, day) => {
      waiting += count;
      const closed = weekdayOf(day) >= 5 ? 0 : Math.min(limit, waiting);
      waiting -= closed;
      return closed;
    });
  }

  it('is found where the unit is held up', () => {
    const stream = new Stream(1, 'requests');
    const opened = Float64Array.from({ length: days }, () => 4 + stream.below(7));

    const { capacity, quantile } = fitCapacity({
      opened,
      closed: closingsOf(opened, 11),
      law: atOnce,
      split: days,
      weekdayOf,
    });

    expect(quantile).not.toBe(unlimitedQuantile);
    expect(capacity).toEqual([11, 11, 11, 11, 11, 0, 0]);
  });

  it('is not made out of chance: few units that nothing holds up get one', () => {
    const law = (age: number) => (age < 0 ? 0 : Math.min(1, (age + 1) / 3));
    const units = 60;
    let held = 0;

    for (let unit = 0; unit < units; unit++) {
      const stream = new Stream(unit, 'requests');
      const opened = new Float64Array(days);
      const closed = new Float64Array(days);
      for (let day = 0; day < days; day++) {
        opened[day] = 4 + stream.below(7);
        for (let i = 0; i < opened[day]!; i++) {
          const on = day + stream.below(3);
          if (on < days) closed[on]!++;
        }
      }
      const { quantile } = fitCapacity({ opened, closed, law, split: days, weekdayOf });
      if (quantile !== unlimitedQuantile) held++;
    }

    expect(held / units).toBeLessThan(0.2);
  });
});

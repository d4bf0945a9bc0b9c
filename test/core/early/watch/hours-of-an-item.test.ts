import { describe, expect, it } from 'vitest';
import { isOnWatch, watchItemHour } from '../../../../functions/core/early/watch/watch-item-hour.ts';
import { monday } from '../support/small-watch.ts';
import { twoDays } from './two-days.ts';

describe('an hour of an item', () => {
  it('from before the last one watched says nothing, and is on watch only while something is under way', () => {
    const { context, watch } = twoDays();
    const seen = { item: 'heat', hour: monday + 48, counts: new Map(), old: new Map() };

    watchItemHour(watch, seen, context);

    expect(watchItemHour(watch, { ...seen, hour: monday + 40 }, context)).toEqual({
      alarms: [],
      measured: [],
      weeks: [],
    });
    expect(watch.through).toBe(monday + 48);
    expect(isOnWatch(watch, 'heat', monday + 49, context)).toBe(false);
    const stream = { evidence: 1, hours: 1, count: 1, usual: 1, last: 1 };
    expect(isOnWatch({ ...watch, streams: { e1: stream } }, 'heat', monday + 49, context)).toBe(true);
    const measure = { key: 'k', area: 'e1', from: 0, to: 1, count: 0 };
    expect(isOnWatch({ ...watch, measures: [measure] }, 'heat', monday + 49, context)).toBe(true);
  });

  it('is counted in a measurement from its first hour to its last, which ends it', () => {
    const { context, watch } = twoDays();
    const from = monday + 50;
    watch.measures = [{ key: 'k', area: 'east', from, to: from + 1, count: 0 }];
    const counts = new Map([
      ['e1', 2],
      ['e2', 1],
      ['w1', 9],
    ]);
    const told = [-1, 0, 1, 2].map(
      (n) => watchItemHour(watch, { item: 'heat', hour: from + n, counts, old: new Map() }, context).measured,
    );

    expect(told).toEqual([[], [], [{ key: 'k', count: 6 }], []]);
    expect(watch.measures).toEqual([]);
  });
});

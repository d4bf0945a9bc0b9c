import { describe, expect, it } from 'vitest';
import { isOnWatch, watchItemHour } from '../../../../functions/core/early/watch/watch-item-hour.ts';
import { monday, smallRules } from '../support/small-watch.ts';
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

describe('an hour of many requests', () => {
  const rules = { ...smallRules, warmUpHours: 24, level: { ...smallRules.level, lagHours: 12 } };
  const hour = monday + 48;
  const watched = (counts: Map<string, number>, but: object = {}, at = hour) => {
    const { context, watch } = twoDays({ rules: { ...rules, ...but } });
    const seen = { item: 'heat', hour: at, counts, old: new Map<string, number>() };
    return { context, watch, seen, outcome: watchItemHour(watch, seen, context) };
  };
  const many = new Map([['e2', 30]]);

  it('warns its place, with what came and was usual, and counts what comes after', () => {
    const { outcome, watch, seen, context } = watched(many);

    const [alarm] = outcome.alarms;
    expect(outcome.alarms).toHaveLength(1);
    expect(alarm).toMatchObject({
      ...{ key: `e2/${hour}`, area: 'e2', cause: 'surge', hour, since: hour, count: 30 },
      forecast: { from: hour + 1, to: hour + 48, within: 0.9 },
    });
    expect(alarm!.usual).toBeGreaterThan(0);
    expect(alarm!.usual).toBeLessThan(1);
    expect(alarm!.forecast.mean).toBeGreaterThan(30);
    expect(watch.measures).toEqual([
      { key: `e2/${hour}`, area: 'e2', from: hour + 1, to: hour + 48, count: 0 },
    ]);
    expect(watchItemHour(watch, seen, context)).toBe(outcome);
    expect(watch.measures).toHaveLength(1);
  });

  it('warns nobody before the watch has learnt for the whole of its warm-up', () => {
    expect(watched(many, { warmUpHours: 36 }).outcome.alarms).toHaveLength(1);
    expect(watched(many, { warmUpHours: 37 }).outcome.alarms).toEqual([]);
  });

  it('is evidence that gathers over hours, until a quiet one; an area that gathers none is left', () => {
    const { watch, context } = watched(new Map([['e1', 2]]));
    const next = (n: number, counts: Map<string, number>) =>
      watchItemHour(watch, { item: 'heat', hour: hour + n, counts, old: new Map() }, context);

    const first = structuredClone(watch.streams.e1!);
    next(1, new Map([['e1', 3]]));

    expect(first).toMatchObject({ hours: 1, count: 2, last: 2 });
    expect(watch.streams.e1).toMatchObject({ hours: 2, count: 5, last: 3 });
    expect(watch.streams.e1!.usual).toBeGreaterThan(first.usual);
    for (let n = 2; n < 40; n += 1) next(n, new Map());
    expect(watch.streams).toEqual({});
  });

  it('begins anew after an alarm, the hour itself remembered as the one before the next', () => {
    expect(watched(many).watch.streams.e2).toEqual({ evidence: 0, hours: 0, count: 0, usual: 0, last: 30 });
  });

  it('takes out the measurement that ends, and keeps the others', () => {
    const { context, watch } = twoDays();
    const measure = (key: string, to: number) => ({ key, area: 'e1', from: hour, to, count: 0 });
    watch.measures = [measure('now', hour), measure('later', hour + 1)];

    watchItemHour(watch, { item: 'heat', hour, counts: new Map([['e1', 2]]), old: new Map() }, context);

    expect(watch.measures).toEqual([{ ...measure('later', hour + 1), count: 2 }]);
  });
});

describe('a midnight before a season', () => {
  const start = monday + 48 + 14 * 24;
  const first = new Date(start * 3_600_000);
  const season = {
    ...{
      key: 'heating',
      title: { zh: '供暖季', en: 'Heating' },
      items: ['he'],
      aheadHours: 14 * 24,
      overHours: 48,
    },
    ...{ month: first.getUTCMonth() + 1, day: first.getUTCDate() },
  };
  const alarms = (requestsMin: number, factorMin: number) => {
    const seasons = [{ ...season, requestsMin, factorMin }];
    const rules = { ...smallRules, warmUpHours: 24, seasons };
    const { context, watch } = twoDays({ rules });
    const seen = { item: 'heat', hour: monday + 48, counts: new Map([['e1', 1]]), old: new Map() };
    const onWatch = isOnWatch(watch, 'heat', monday + 48, context);
    return { onWatch, alarms: watchItemHour(watch, seen, context).alarms };
  };

  it('warns each district that is to bring enough, against as many hours before', () => {
    const all = alarms(0, 0);
    const [east, west] = all.alarms;

    expect(all.onWatch).toBe(true);
    expect([east?.area, west?.area, all.alarms.length]).toEqual(['east', 'west', 2]);
    expect(east).toMatchObject({
      ...{ key: `east/heating/${start}`, cause: 'heating', hour: monday + 48, since: monday, count: 0 },
      forecast: { from: start, to: start + 47 },
    });
    expect(alarms(east!.forecast.mean, 0).alarms.map(({ area }) => area)).toEqual(['east']);
    expect(alarms(east!.forecast.mean * 1.001, 0).alarms).toEqual([]);
    const factor = east!.forecast.mean / east!.usual;
    expect(alarms(0, factor * 0.99).alarms.length).toBeGreaterThan(0);
    expect(alarms(0, factor * 1.01).alarms.map(({ area }) => area)).not.toContain('east');
  });
});

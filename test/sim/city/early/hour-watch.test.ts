import { describe, expect, it } from 'vitest';
import { areasOf } from '../../../../functions/core/early/areas.ts';
import { emptyCity, emptyItem } from '../../../../functions/core/early/counters.ts';
import { hourSlot } from '../../../../functions/core/early/hour-slot.ts';
import { cityRates, fittedRate, fitUsual } from '../../../../functions/core/early/usual.ts';
import { learnCityHour, refitCity } from '../../../../functions/core/early/watch/learn-hours.ts';
import { newCityWatch, newItemWatch } from '../../../../functions/core/early/watch/new-watch.ts';
import { thresholdsOf } from '../../../../functions/core/early/watch/watch-context.ts';
import { watchItemHour } from '../../../../functions/core/early/watch/watch-item-hour.ts';
import { emptyProfile, fitItem, rateOf, slotBase } from '../../../../sim/city/early/fit-item.ts';
import { HourWatch } from '../../../../sim/city/early/hour-watch.ts';
import { drawPoisson } from '../../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../../sim/engine/stream.ts';
import { setupOf } from '../small-city.ts';

const { rules } = setupOf({ scenario: 'early-off' });
const warning = { ...rules.early.warning!, falseAlarms: 50, warmUpHours: 14 * 24 };
const { units, items } = rules;
const places = units.kinds.flatMap((kind, unit) => (kind === 'subdistrict' ? [unit] : [])).slice(0, 24);
const since = 484_000;
const hours = 30 * 24;
const watched = 6;

/** Counts by item and place for each hour: ordinary ones, and now and then a surge of one place or of all. */
function drawnHours(): ReadonlyMap<number, number>[][] {
  const stream = new Stream(7, 'counts');
  return Array.from({ length: hours }, (_, hour) =>
    Array.from({ length: watched }, (_item, item) => {
      const counts = new Map<number, number>();
      for (const [n, place] of places.entries()) {
        const isSurge = hour > 400 && (hour + 40 * item) % 131 < 9 && (n === item || hour % 2 === 0);
        const count = drawPoisson(stream, 0.06 + 0.05 * Math.sin(hour / 4) + (isSurge ? 1.5 : 0));
        if (count > 0) counts.set(place, count);
      }
      return counts;
    }),
  );
}

/** The alarms of the core's own watch, told the same hours. */
function alarmsOfCore(drawn: readonly ReadonlyMap<number, number>[][]): unknown[] {
  const areas = areasOf(units);
  const context = {
    city: newCityWatch(since),
    areas,
    rules: warning,
    forecast: undefined,
    thresholds: thresholdsOf(warning, items.count, areas.counts),
  };
  const lag = warning.level.lagHours;
  const watches = Array.from({ length: watched }, () => newItemWatch(since, lag));
  const named = drawn.map((ofItems) =>
    ofItems.map((counts) => new Map([...counts].map(([place, count]) => [units.codes[place]!, count]))),
  );
  const alarms: unknown[] = [];
  for (let n = 0; n < hours; n += 1) {
    const hour = since + n;
    refitCity(context.city, hour - lag, context);
    for (const [item, watch] of watches.entries()) {
      const seen = {
        item: items.codes[item]!,
        hour,
        counts: named[n]![item]!,
        old: named[n - lag]?.[item] ?? new Map(),
      };
      for (const { area, since: from, count, cause } of watchItemHour(watch, seen, context).alarms) {
        if (cause === 'surge') alarms.push({ item, area, hour, since: from, count });
      }
    }
    const old = new Map<string, number>();
    for (const counts of named[n - lag] ?? []) {
      for (const [place, count] of counts) old.set(place, (old.get(place) ?? 0) + count);
    }
    learnCityHour(context.city, hour - lag, old, context);
  }
  return alarms;
}

describe('the watch of simulated hours', () => {
  it('raises the alarms that the watch of the live service raises over the same counts', () => {
    const drawn = drawnHours();
    const watch = new HourWatch(warning, rules, places, since);

    const alarms = drawn.flatMap((ofItems, n) => {
      for (const [item, counts] of ofItems.entries()) {
        for (const [place, count] of counts) for (let i = 0; i < count; i += 1) watch.see(item, place);
      }
      return watch.endHour(since + n);
    });

    const kinds = new Set(alarms.map(({ area }) => areasOf(units).kindOf(area)));
    expect(alarms.length).toBeGreaterThan(10);
    expect(kinds.size).toBeGreaterThan(1);
    expect(new Set(alarms.map((alarm) => JSON.stringify(alarm)))).toEqual(
      new Set(alarmsOfCore(drawn).map((alarm) => JSON.stringify(alarm))),
    );
  });
});

describe('the fit of an item in typed arrays', () => {
  it('is that of the core', () => {
    const stream = new Stream(3, 'fit');
    const city = emptyCity();
    const item = emptyItem();
    const profile = emptyProfile();
    for (let hour = since; hour < since + 60 * 24; hour += 1) {
      const slot = hourSlot(hour);
      const count = drawPoisson(stream, slot.weekday > 4 ? 2 : 1 + slot.hourOfDay / 10);
      city.hours[slot.month * 168 + slot.weekday * 24 + slot.hourOfDay]! += 1;
      city.requests[slot.weekday * 24 + slot.hourOfDay]! += 5 * count + 1;
      city.total += 5 * count + 1;
      for (const counts of [item, profile]) {
        counts.hourOfDay[slot.hourOfDay]! += count;
        counts.weekday[slot.weekday]! += count;
        counts.month[slot.month]! += count;
        counts.total += count;
      }
    }
    const rates = cityRates(city, { time: 3, area: 100 });

    const fit = fitItem(slotBase(city.hours, rates), profile, 3);

    const core = fitUsual(city, rates, item, { time: 3, area: 100 });
    for (let hour = since; hour < since + 400; hour += 1) {
      const slot = hourSlot(hour);
      expect(rateOf(fit, rates, slot) / fittedRate(core, rates, slot)).toBeCloseTo(1, 10);
    }
  });
});

import type { Areas } from '../../../../functions/core/early/areas.ts';
import type { WarningRules } from '../../../../functions/core/early/warning/warning-rules.ts';
import type { PlaceCounts } from '../../../../functions/core/early/watch/learn-hours.ts';
import { learnCityHour, refitCity } from '../../../../functions/core/early/watch/learn-hours.ts';
import { newCityWatch, newItemWatch } from '../../../../functions/core/early/watch/new-watch.ts';
import { thresholdsOf, type WatchContext } from '../../../../functions/core/early/watch/watch-context.ts';
import { isOnWatch, watchItemHour } from '../../../../functions/core/early/watch/watch-item-hour.ts';
import type { ItemWatch, Outcome } from '../../../../functions/core/early/watch/watch-state.ts';

/** A city of two districts, east and west, of four places each: e1 to e4, w1 to w4. */
export const smallAreas: Areas = {
  holding: (place) =>
    place === undefined || place === 'city'
      ? ['city']
      : place === 'east' || place === 'west'
        ? [place, 'city']
        : [place, place.startsWith('e') ? 'east' : 'west', 'city'],
  kindOf: (area) => (area === 'city' ? 'city' : area === 'east' || area === 'west' ? 'district' : 'place'),
  parentOf: (area) => smallAreas.holding(area)[1],
  districts: ['east', 'west'],
  counts: { city: 1, district: 2, place: 8 },
};

const even = { perRequest: 0.1, perMean: 0.05 };

export const smallRules: WarningRules = {
  shrinkage: { time: 3, area: 50 },
  level: { halfLifeHours: 168, strength: 30, lagHours: 12 },
  warmUpHours: 24 * 14,
  surge: { factor: 3, extra: 2 },
  falseAlarms: 1,
  carryOver: { city: 0.2, district: 0.2, place: 0.1 },
  dispersion: { city: even, district: even, place: even },
  closesAfterMs: 600_000,
  placesMin: 3,
  quietHours: 24,
  respondMs: 86_400_000,
  effect: { overHours: 48, halfLifeHours: 24, within: 0.9 },
  seasons: [],
};

/** 2026-01-05, a Monday, 0:00 by the wall clock. */
export const monday = Date.UTC(2026, 0, 5) / 3_600_000;

/** Runs hours of one item through the watch as a host does: only those in which something is to do, unless `every`. */
export function runWatch(
  counts: (hour: number) => PlaceCounts,
  hours: number,
  {
    rules = smallRules,
    every = false,
    forecast,
  }: { rules?: WarningRules; every?: boolean; forecast?: WatchContext['forecast'] } = {},
) {
  const city = newCityWatch(monday);
  const context: WatchContext = {
    city,
    areas: smallAreas,
    rules,
    forecast,
    thresholds: thresholdsOf(rules, 1, smallAreas.counts),
  };
  let watch: ItemWatch | undefined;
  const outcomes: Outcome[] = [];
  for (let hour = monday; hour < monday + hours; hour++) {
    const old = hour - rules.level.lagHours;
    refitCity(city, hour, context);
    const seen = { item: 'heat', hour, counts: counts(hour), old: old < monday ? new Map() : counts(old) };
    const isSeen = seen.counts.size > 0 || seen.old.size > 0;
    if (isSeen || (watch && (every || isOnWatch(watch, 'heat', hour, context)))) {
      watch ??= newItemWatch(hour, rules.level.lagHours);
      outcomes.push(structuredClone(watchItemHour(watch, seen, context)));
    }
    learnCityHour(city, old, seen.old, context);
    city.next = hour + 1;
  }
  return { watch: watch!, city, outcomes, context, alarms: outcomes.flatMap(({ alarms }) => alarms) };
}

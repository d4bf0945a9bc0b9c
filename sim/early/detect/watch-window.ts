import { sizeAt } from '../../../functions/core/early/dispersion.ts';
import type { Expected, Surge } from '../../../functions/core/early/surge-evidence.ts';
import { expectedHour } from '../../../functions/core/early/watch/expected-hour.ts';
import { newWatch, watchHour } from '../../../functions/core/early/watch-stream.ts';
import type { Area, AreaKind } from '../read/stream-rows.ts';
import type { DispersionOf } from './learn-dispersion.ts';
import type { Usual } from './learn-usual.ts';
import type { WindowCounts } from './window-counts.ts';

/** What a window is watched with. */
export interface Watcher {
  readonly usual: Usual;
  readonly areas: readonly Area[];
  readonly dispersionOf: DispersionOf;
  readonly surge: Surge;
  /** How far an hour's surprise is taken to carry over into the next. */
  readonly carryOver: Readonly<Record<AreaKind, number>>;
  /** Evidence to raise an alarm at; undefined for a kind of area that is not watched. */
  readonly thresholds: Readonly<Partial<Record<AreaKind, number>>>;
}

/** Takes hours for independent of each other. */
export const unaware: Watcher['carryOver'] = { city: 0, district: 0, place: 0 };

/** An alarm of a stream. Hours count from the window's start; the alarm is raised at the end of hour `at`. */
export interface Alarm {
  readonly item: number;
  readonly area: number;
  readonly since: number;
  readonly at: number;
  readonly count: number;
}

/** What is usual in a stream's hour, and how unevenly such hours come; whatever the hour before brought. */
export function usualAt(
  { usual, areas, dispersionOf }: Watcher,
  item: number,
  area: number,
  hour: number,
): Expected {
  const mean = usual.itemMeans[item]![hour]! * usual.shareOf(item, area);
  return { mean, size: sizeAt(mean, dispersionOf(areas[area]!.kind, item)) };
}

/** What a stream's hour would bring if nothing were wrong, after an hour that brought `last`. */
export function expectedAt(
  { usual, areas, dispersionOf, carryOver }: Watcher,
  item: number,
  area: number,
  hour: number,
  last: number,
): Expected {
  const mean = usual.itemMeans[item]![hour]! * usual.shareOf(item, area);
  const { kind } = areas[area]!;
  return expectedHour(mean, last, carryOver[kind], dispersionOf(kind, item));
}

/** The alarms that a stream's counts raise, in order of time. */
export function watchSeries(watcher: Watcher, item: number, area: number, series: Float64Array): Alarm[] {
  const threshold = watcher.thresholds[watcher.areas[area]!.kind];
  if (threshold === undefined) return [];
  const watch = newWatch();
  const alarms: Alarm[] = [];
  for (let at = 0; at < series.length; at++) {
    if (watch.hours === 0 && series[at] === 0) continue;
    const expected = expectedAt(watcher, item, area, at, at === 0 ? 0 : series[at - 1]!);
    const alarm = watchHour(watch, series[at]!, expected, watcher.surge, threshold);
    if (alarm !== undefined) alarms.push({ item, area, since: at - alarm.hours + 1, at, count: alarm.count });
  }
  return alarms;
}

/** All alarms of a window. */
export function watchWindow(watcher: Watcher, counts: WindowCounts): Alarm[] {
  const areas = watcher.areas.length;
  return [...counts].flatMap(([stream, series]) =>
    watchSeries(watcher, Math.floor(stream / areas), stream % areas, series),
  );
}

import type { WallHour } from '../hour-slot.ts';
import { levelAt } from '../recent-level.ts';
import { areaShare } from '../usual.ts';
import { newWatch, watchHour } from '../watch-stream.ts';
import { chooseAlarms } from './choose-alarms.ts';
import { effectForecast } from './effect-forecast.ts';
import { expectedHour } from './expected-hour.ts';
import { learnHours, type PlaceCounts, usualIn } from './learn-hours.ts';
import { seasonAlarms, seasonsDue } from './season-alarms.ts';
import type { WatchContext } from './watch-context.ts';
import type { Alarm, ItemWatch, Outcome } from './watch-state.ts';

/** One hour of one item. */
export interface SeenHour {
  readonly item: string;
  readonly hour: WallHour;
  /** What the hour brought, by place. */
  readonly counts: PlaceCounts;
  /** What the hour brought that is now old enough to learn from, with what came late. */
  readonly old: PlaceCounts;
}

/** Whether an item must be watched in an hour that brought it nothing. */
export const isOnWatch = (
  { streams, measures }: ItemWatch,
  item: string,
  hour: WallHour,
  { rules }: Pick<WatchContext, 'rules'>,
): boolean =>
  measures.length > 0 || Object.keys(streams).length > 0 || seasonsDue(item, hour, rules.seasons).length > 0;

/**
 * Watches one hour of an item that is over: learns from the hour that is old enough, gathers evidence of surges in every
 * area, and says which alarms it raises, which measurements it ends and which weeks. Changes `watch` in place. An hour that
 * was watched already changes nothing and says the same again, so that whatever a crash cut short can be done again.
 * Hours come in order; one in which an item brought nothing may be left out unless {@link isOnWatch} says otherwise.
 */
export function watchItemHour(watch: ItemWatch, seen: SeenHour, context: WatchContext): Outcome {
  const { item, hour } = seen;
  if (hour <= watch.through) return hour === watch.through ? watch.outcome : nothing;
  const { rules, city, areas } = context;
  const weeks = learnHours(watch, hour - rules.level.lagHours, seen.old, context);
  const counts = byArea(seen.counts, areas);
  const measured = measure(watch, hour, counts);
  const alarms: Alarm[] = [];
  if (hour - rules.level.lagHours - city.since >= rules.warmUpHours) {
    const raised = gatherEvidence(watch, hour, counts, context);
    for (const area of chooseAlarms(watch, [...raised.keys()], hour, context)) {
      const { hours, count, usual } = raised.get(area)!;
      const surplus = Math.max(0, count - usual) / hours;
      const forecast = effectForecast(
        watch,
        area,
        { from: hour + 1, hours: rules.effect.overHours, surplus },
        context,
      );
      const since = hour - hours + 1;
      alarms.push({ key: `${area}/${hour}`, area, cause: 'surge', hour, since, count, usual, forecast });
    }
    alarms.push(...seasonAlarms(watch, item, hour, context));
  }
  for (const { key, area, forecast } of alarms) {
    watch.measures.push({ key, area, from: forecast.from, to: forecast.to, count: 0 });
  }
  watch.through = hour;
  watch.outcome = { alarms, measured, weeks };
  return watch.outcome;
}

const nothing: Outcome = { alarms: [], measured: [], weeks: [] };

function byArea(counts: PlaceCounts, areas: WatchContext['areas']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [place, count] of counts) {
    for (const area of areas.holding(place || undefined)) sums.set(area, (sums.get(area) ?? 0) + count);
  }
  return sums;
}

/** Adds the hour to the measurements under way and takes out those it ends. */
function measure(watch: ItemWatch, hour: WallHour, counts: ReadonlyMap<string, number>) {
  for (const one of watch.measures) if (hour >= one.from) one.count += counts.get(one.area) ?? 0;
  const ended = watch.measures.filter(({ to }) => to <= hour);
  if (ended.length > 0) watch.measures = watch.measures.filter(({ to }) => to > hour);
  return ended.map(({ key, count }) => ({ key, count }));
}

/** Takes the hour into every stream that brought something or gathers evidence; returns the areas now in alarm. */
function gatherEvidence(
  watch: ItemWatch,
  hour: WallHour,
  counts: ReadonlyMap<string, number>,
  { rules, city, areas, thresholds }: WatchContext,
): Map<string, { readonly hours: number; readonly count: number; readonly usual: number }> {
  const raised = new Map<
    string,
    { readonly hours: number; readonly count: number; readonly usual: number }
  >();
  const rate = usualIn(watch, { city }, hour) * levelAt(watch.level, hour, rules.level);
  for (const area of new Set([...counts.keys(), ...Object.keys(watch.streams)])) {
    const stream = watch.streams[area] ?? { ...newWatch(), usual: 0, last: 0 };
    const count = counts.get(area) ?? 0;
    const kind = areas.kindOf(area);
    const usual = rate * areaShare(city.counters, watch.counters, area, rules.shrinkage);
    const expected = expectedHour(usual, stream.last, rules.carryOver[kind], rules.dispersion[kind]);
    stream.usual += usual;
    const alarm = watchHour(stream, count, expected, rules.surge, thresholds[kind]);
    if (alarm !== undefined) raised.set(area, { ...alarm, usual: stream.usual });
    if (stream.hours === 0) stream.usual = 0;
    stream.last = count;
    if (stream.hours === 0 && count === 0) delete watch.streams[area];
    else watch.streams[area] = stream;
  }
  return raised;
}

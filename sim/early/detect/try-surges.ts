import { Stream } from '../../engine/stream.ts';
import { deviationsAbove, hourSpreads, isAboveThree, type NaiveLearning } from './naive-threshold.ts';
import { type SeededSurge, type SurgeGround, type SurgeKind, seedSurge } from './surges.ts';
import { type Watcher, watchSeries } from './watch-window.ts';
import type { WindowCounts } from './window-counts.ts';
import type { Window } from './windows.ts';

export type Method = 'watch' | 'naive' | 'raised';
export const methods: readonly Method[] = ['watch', 'naive', 'raised'];

/** Hours from a surge's beginning to the end of the hour that raised the alarm; undefined where none did in time. */
export interface SurgeTrial {
  readonly delays: Readonly<Record<Method, number | undefined>>;
  readonly added: number;
  readonly usualPerHour: number;
}

/** One held-out window with what it is watched by. */
export interface HeldOut {
  readonly window: Window;
  readonly counts: WindowCounts;
  readonly watcher: Watcher;
  readonly naive: NaiveLearning;
  readonly ground: SurgeGround;
}

/** Seeds surges of one kind into a held-out window and says when each method tells of them. */
export function trySurges(
  kind: SurgeKind,
  held: HeldOut,
  { trials, seed, raisedTo }: { trials: number; seed: number; raisedTo: number },
): SurgeTrial[] {
  const { window, ground } = held;
  const seeded = Array.from({ length: trials }, (_, trial) =>
    seedSurge(kind, ground, new Stream(seed, `surge / ${kind.name} / ${window.from} / ${trial}`)),
  );
  return seeded
    .filter((surge) => surge !== undefined)
    .map((surge) => {
      const told = toldAt(surge, held, raisedTo);
      const delayBy = (method: Method) => {
        const delay = told[method] + 1 - surge.startedAt;
        return delay <= kind.hours + 1 ? delay : undefined;
      };
      return {
        delays: { watch: delayBy('watch'), naive: delayBy('naive'), raised: delayBy('raised') },
        added: surge.added,
        usualPerHour: surge.usualPerHour,
      };
    });
}

/** The first hour in which each method tells what it would not tell without the surge; Infinity: none. */
function toldAt(
  { extra, startedAt }: SeededSurge,
  { window, counts, watcher, naive }: HeldOut,
  raisedTo: number,
): Record<Method, number> {
  const areas = watcher.areas.length;
  const start = Math.floor(startedAt);
  const told = {
    watch: Number.POSITIVE_INFINITY,
    naive: Number.POSITIVE_INFINITY,
    raised: Number.POSITIVE_INFINITY,
  };
  for (const [stream, added] of extra) {
    const before = counts.get(stream) ?? new Float64Array(window.to - window.from);
    const after = before.map((count, hour) => count + added[hour]!);
    const [item, area] = [Math.floor(stream / areas), stream % areas];
    const known = new Set(watchSeries(watcher, item, area, before).map(({ at }) => at));
    const alarm = watchSeries(watcher, item, area, after).find(({ at }) => at >= start && !known.has(at));
    if (alarm !== undefined) told.watch = Math.min(told.watch, alarm.at);
    const spreads = hourSpreads(window, stream, naive);
    for (let hour = start; hour < added.length && hour < told.raised; hour++) {
      const [own, seen, spread] = [before[hour]!, after[hour]!, spreads[hour]!];
      if (isAboveThree(seen, spread) && !isAboveThree(own, spread)) told.naive = Math.min(told.naive, hour);
      if (deviationsAbove(seen, spread) >= raisedTo && deviationsAbove(own, spread) < raisedTo) {
        told.raised = Math.min(told.raised, hour);
      }
    }
  }
  return told;
}

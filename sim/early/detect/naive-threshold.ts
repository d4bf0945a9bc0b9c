import type { WallHour } from '../../../functions/core/early/hour-slot.ts';
import { streamOf } from './window-counts.ts';
import type { Window } from './windows.ts';

/** Mean and standard deviation of a stream's counts in the same hour of day. */
export interface HourSpread {
  readonly mean: number;
  readonly deviation: number;
}

/** Sums and sums of squares of a stream's counts by hour of day, one after the other. */
type Moments = Float64Array;

const dayHours = 24;

/** What all windows together had by hour of day, from which those of one window can be taken away. */
export interface NaiveLearning {
  readonly total: WindowMoments;
  readonly byWindow: ReadonlyMap<Window, WindowMoments>;
}

interface WindowMoments {
  readonly hours: Float64Array;
  readonly streams: Map<number, Moments>;
}

/** Learns every window once: the time it takes grows with rows and hours, not with streams times hours. */
export function learnNaive(windows: readonly Window[], areas: number): NaiveLearning {
  const total: WindowMoments = { hours: new Float64Array(dayHours), streams: new Map() };
  const byWindow = new Map<Window, WindowMoments>();
  for (const window of windows) {
    const own = momentsOf(window, areas);
    byWindow.set(window, own);
    for (let hour = 0; hour < dayHours; hour++) total.hours[hour]! += own.hours[hour]!;
    for (const [stream, moments] of own.streams) {
      const sums = total.streams.get(stream) ?? new Float64Array(2 * dayHours);
      for (let i = 0; i < sums.length; i++) sums[i]! += moments[i]!;
      total.streams.set(stream, sums);
    }
  }
  return { total, byWindow };
}

function momentsOf({ from, to, rows }: Window, areas: number): WindowMoments {
  const hours = new Float64Array(dayHours);
  for (let hour = from; hour < to; hour++) hours[hourOfDay(hour)]! += 1;
  const streams = new Map<number, Moments>();
  for (let first = 0; first < rows.length; ) {
    const { hour } = rows[first]!;
    const counts = new Map<number, number>();
    let last = first;
    for (; last < rows.length && rows[last]!.hour === hour; last++) {
      const { item, district, place } = rows[last]!;
      for (const area of [0, district, place]) {
        const stream = streamOf(item, area, areas);
        counts.set(stream, (counts.get(stream) ?? 0) + 1);
      }
    }
    for (const [stream, count] of counts) {
      const moments = streams.get(stream) ?? new Float64Array(2 * dayHours);
      moments[hourOfDay(hour)]! += count;
      moments[dayHours + hourOfDay(hour)]! += count * count;
      streams.set(stream, moments);
    }
    first = last;
  }
  return { hours, streams };
}

/** What the other windows had in each hour of `window` (by hour of day), for one stream. */
export function hourSpreads(
  window: Window,
  stream: number,
  { total, byWindow }: NaiveLearning,
): HourSpread[] {
  const own = byWindow.get(window)!;
  const [all, mine] = [total.streams.get(stream), own.streams.get(stream)];
  const byHour = Array.from({ length: dayHours }, (_, hour): HourSpread => {
    const n = total.hours[hour]! - own.hours[hour]!;
    const at = (i: number) => (all?.[i] ?? 0) - (mine?.[i] ?? 0);
    const [sum, squares] = [at(hour), at(dayHours + hour)];
    const mean = n === 0 ? 0 : sum / n;
    const variance = n < 2 ? 0 : Math.max(0, (squares - n * mean * mean) / (n - 1));
    return { mean, deviation: Math.sqrt(variance) };
  });
  return Array.from({ length: window.to - window.from }, (_, i) => byHour[hourOfDay(window.from + i)]!);
}

const hourOfDay = (hour: WallHour) => ((hour % dayHours) + dayHours) % dayHours;

/** The usual naive rule: an hour above mean + 3 standard deviations. */
export const isAboveThree = (count: number, { mean, deviation }: HourSpread): boolean =>
  count > mean + 3 * deviation;

/** How far an hour is above its mean in standard deviations, of at least one request: sparse streams have none. */
export const deviationsAbove = (count: number, { mean, deviation }: HourSpread): number =>
  (count - mean) / Math.max(1, deviation);

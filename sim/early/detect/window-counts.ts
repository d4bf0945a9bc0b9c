import type { Window } from './windows.ts';

/** Counts by hour of a window, by stream; a stream that is missing had none. */
export type WindowCounts = Map<number, Float64Array>;

/** A stream's number: one item in one area. */
export const streamOf = (item: number, area: number, areas: number): number => item * areas + area;

/** Counts the requests of a window in every area that holds them. */
export function countWindow({ from, to, rows }: Window, areas: number): WindowCounts {
  const counts: WindowCounts = new Map();
  for (const { hour, item, district, place } of rows) {
    for (const area of [0, district, place]) {
      const stream = streamOf(item, area, areas);
      let series = counts.get(stream);
      if (series === undefined) {
        series = new Float64Array(to - from);
        counts.set(stream, series);
      }
      series[hour - from]! += 1;
    }
  }
  return counts;
}

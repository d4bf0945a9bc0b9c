import type { ClosingLaw } from './closing-law.ts';

/** Most requests a unit closes on each weekday (0 is Monday); Infinity where nothing holds it up. */
export type Capacity = readonly number[];

/**
 * Predicts how many requests a unit closes each day from `from` to `to` (indexes of `opened`): a request becomes ready
 * by the law of handling times, then waits for the capacity of a weekday. `open` are the requests still open at `from`,
 * by the day they came; what comes from then on is `opened`.
 * @param weekdayOf weekday of an index, 0 is Monday
 */
export function predictClosing(unit: {
  readonly opened: Float64Array;
  readonly open: Float64Array;
  readonly law: ClosingLaw;
  readonly capacity: Capacity;
  readonly from: number;
  readonly to: number;
  readonly weekdayOf: (index: number) => number;
}): Float64Array {
  const { opened, open, law, capacity, from, to, weekdayOf } = unit;
  const readyOn = new Float64Array(to - from);
  const spread = (day: number, count: number) => {
    if (count === 0) return;
    const known = day < from ? law(from - 1 - day) : 0;
    if (known >= 1) return;
    let before = known;
    for (let at = Math.max(day, from); at < to; at++) {
      const upTo = law(at - day);
      readyOn[at - from]! += (count * (upTo - before)) / (1 - known);
      before = upTo;
    }
  };
  for (let day = 0; day < from; day++) spread(day, open[day]!);
  for (let day = from; day < to; day++) spread(day, opened[day]!);
  const closed = new Float64Array(to - from);
  let ready = 0;
  for (let i = 0; i < closed.length; i++) {
    ready += readyOn[i]!;
    closed[i] = Math.min(ready, capacity[weekdayOf(from + i)]!);
    ready -= closed[i]!;
  }
  return closed;
}

import type { WallHour } from '../../../functions/core/early/hour-slot.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Mapping } from '../../fit/mapping/mapping-schema.ts';
import type { StreamRow } from '../read/stream-rows.ts';

/** Whole hours that were recorded without a break: from `from` up to, not including, `to`, with the requests in them. */
export interface Window {
  readonly from: WallHour;
  readonly to: WallHour;
  readonly rows: readonly StreamRow[];
  /** Whether it is held out and watched in turn; the others are learnt from alone. */
  readonly isWatched: boolean;
}

/** An hour without any request in the city for so long parts two windows of a file with gaps. */
const gapHours = 3;
const windowsMin = 4;
const windowsMax = 10;
const windowHoursMin = 6;

/** Windows are halved down to this length where there are few. */
const halvedHoursMin = 48;

/** So many hours of a window are watched at most, its last; what is before is learnt from: the time it takes is bounded. */
const watchedHoursMax = 1_000;

/**
 * Cuts requests in order of time into at most ten windows to learn from and to watch. In a file with gaps each run without
 * one is a window, without its first and last hour, which were not recorded in full; the longest are taken, and halved
 * where there are few. A whole record is one run. Of a long window the end is watched and the rest is a window to learn
 * from. The error says that too few are left.
 */
export function windowsOf(
  rows: readonly StreamRow[],
  coverage: Mapping['coverage'],
): Result<readonly Window[], string> {
  const runs = (coverage === 'gaps' ? runsOf(rows) : [{ from: rows[0]!.hour + 1, to: rows.at(-1)!.hour }])
    .filter(({ from, to }) => to - from >= windowHoursMin)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, windowsMax);
  while (runs.length > 0 && runs.length < windowsMax && runs[0]!.to - runs[0]!.from >= 2 * halvedHoursMin) {
    const { from, to } = runs.shift()!;
    const middle = from + Math.floor((to - from) / 2);
    runs.push({ from, to: middle }, { from: middle, to });
    runs.sort((a, b) => b.to - b.from - (a.to - a.from));
  }
  if (runs.length < windowsMin) {
    return err(`has ${runs.length} windows of ${windowHoursMin} hours or more; watching needs ${windowsMin}`);
  }
  return ok(runs.sort((a, b) => a.from - b.from).flatMap((run) => cut(rows, run)));
}

function runsOf(rows: readonly StreamRow[]): { from: WallHour; to: WallHour }[] {
  const starts = rows.flatMap((row, i) => (i === 0 || row.hour - rows[i - 1]!.hour > gapHours ? [i] : []));
  return starts.map((start, i) => ({
    from: rows[start]!.hour + 1,
    to: rows[(starts[i + 1] ?? rows.length) - 1]!.hour,
  }));
}

function cut(rows: readonly StreamRow[], { from, to }: { from: WallHour; to: WallHour }): Window[] {
  const watchedFrom = Math.max(from, to - watchedHoursMax);
  const window = (first: WallHour, last: WallHour, isWatched: boolean): Window => ({
    from: first,
    to: last,
    rows: rows.filter(({ hour }) => hour >= first && hour < last),
    isWatched,
  });
  return [...(watchedFrom > from ? [window(from, watchedFrom, false)] : []), window(watchedFrom, to, true)];
}

import type { WallHour } from '../../../functions/core/early/hour-slot.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Mapping } from '../../fit/mapping/mapping-schema.ts';
import type { StreamRow } from '../read/stream-rows.ts';

/** Whole hours that were recorded without a break: from `from` up to, not including, `to`, with the requests in them. */
export interface Window {
  readonly from: WallHour;
  readonly to: WallHour;
  readonly rows: readonly StreamRow[];
}

/** An hour without any request in the city for so long parts two windows of a file with gaps. */
const gapHours = 3;
export const windowsMin = 4;
export const windowsMax = 10;
const windowHoursMin = 6;

/**
 * Cuts requests in order of time into windows to learn from and to watch. In a file of windows each is one, without its
 * first and last hour, which were not recorded in full; more than ten, or a whole record, are cut into ten blocks.
 */
export function windowsOf(
  rows: readonly StreamRow[],
  coverage: Mapping['coverage'],
): Result<readonly Window[], string> {
  const runs = coverage === 'gaps' ? runsOf(rows) : [];
  const windows = runs.length >= windowsMin && runs.length <= windowsMax ? runs : blocksOf(rows, coverage);
  const long = windows.filter(({ from, to }) => to - from >= windowHoursMin);
  return long.length < windowsMin
    ? err(`has ${long.length} windows of ${windowHoursMin} hours or more; watching needs ${windowsMin}`)
    : ok(long);
}

function runsOf(rows: readonly StreamRow[]): Window[] {
  const starts = rows.flatMap((row, i) => (i === 0 || row.hour - rows[i - 1]!.hour > gapHours ? [i] : []));
  return starts.map((start, i) => {
    const run = rows.slice(start, starts[i + 1] ?? rows.length);
    return cut(run, run[0]!.hour + 1, run.at(-1)!.hour);
  });
}

function blocksOf(rows: readonly StreamRow[], coverage: Mapping['coverage']): Window[] {
  const hours = [...new Set(rows.map(({ hour }) => hour))];
  const [first, last] = [rows[0]!.hour + 1, rows.at(-1)!.hour];
  const at = (block: number) =>
    coverage === 'gaps'
      ? hours[Math.min(hours.length - 1, Math.floor((block * hours.length) / windowsMax))]!
      : Math.floor(first + ((last - first) * block) / windowsMax);
  return Array.from({ length: windowsMax }, (_, block) => cut(rows, at(block), at(block + 1)));
}

const cut = (rows: readonly StreamRow[], from: WallHour, to: WallHour): Window => ({
  from,
  to,
  rows: rows.filter(({ hour }) => hour >= from && hour < to),
});

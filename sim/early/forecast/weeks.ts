import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Mapping } from '../../fit/mapping/mapping-schema.ts';
import { streamOf } from '../detect/window-counts.ts';
import type { StreamRow, StreamRows } from '../read/stream-rows.ts';

/** Requests by whole week, from a Monday. */
export interface Weeks {
  /** First hour of week 0. */
  readonly start: number;
  readonly count: number;
  /** Rows of each week, in order of time. */
  readonly rows: readonly (readonly StreamRow[])[];
  /** Counts by week, by stream. */
  readonly series: ReadonlyMap<number, Float64Array>;
}

export const weekHours = 168;
const weeksMin = 40;

/** Cuts requests into whole weeks. The error says why a file cannot be forecast. */
export function weeksOf({ rows, areas }: StreamRows, coverage: Mapping['coverage']): Result<Weeks, string> {
  const [first, last] = [rows[0]!.hour, rows.at(-1)!.hour];
  const days = new Set(rows.map(({ hour }) => Math.floor(hour / 24)));
  const span = Math.floor(last / 24) - Math.floor(first / 24) + 1;
  if (coverage === 'gaps' && days.size < 0.9 * span) {
    return err(`has requests on ${days.size} of ${span} days: a forecast needs weeks without gaps`);
  }
  const monday = (hour: number) => Math.floor((Math.floor(hour / 24) + 3) / 7) * 7 - 3;
  const start = (monday(first) * 24 === first ? monday(first) : monday(first) + 7) * 24;
  const count = Math.floor((last + 1 - start) / weekHours);
  if (count < weeksMin) return err(`holds ${Math.max(0, count)} whole weeks; a forecast needs ${weeksMin}`);
  const byWeek: StreamRow[][] = Array.from({ length: count }, () => []);
  const series = new Map<number, Float64Array>();
  for (const row of rows) {
    const week = Math.floor((row.hour - start) / weekHours);
    if (week < 0 || week >= count) continue;
    byWeek[week]!.push(row);
    for (const area of [0, row.district, row.place]) {
      const stream = streamOf(row.item, area, areas.length);
      const counts = series.get(stream) ?? new Float64Array(count);
      counts[week]! += 1;
      series.set(stream, counts);
    }
  }
  return ok({ start, count, rows: byWeek, series });
}

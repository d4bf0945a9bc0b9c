import type { RunResult } from '../../city/run-result.ts';
import type { DailyName, DailySeries, RunReport } from '../../report/report-input.ts';

const names: readonly DailyName[] = [
  'contacts',
  'tickets',
  'closed',
  'backlog',
  'overdueOpen',
  'utilisation',
];

/** Each day's mean over the replications and the band that holds 95 % of them (all of them below 40). */
export function dailyFigures(results: readonly RunResult[]): RunReport['daily'] {
  const days = results[0]?.daily ?? [];
  const series = (name: DailyName): DailySeries => {
    const sorted = days.map((_, day) => results.map(({ daily }) => daily[day]![name]).sort((a, b) => a - b));
    const cut = Math.floor(results.length * 0.025);
    return {
      mean: sorted.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
      low: sorted.map((values) => values[cut]!),
      high: sorted.map((values) => values[values.length - 1 - cut]!),
    };
  };
  return {
    dates: days.map(({ date }) => date),
    series: Object.fromEntries(names.map((name) => [name, series(name)])) as Record<DailyName, DailySeries>,
  };
}

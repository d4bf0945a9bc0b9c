import type { StreamRows } from '../read/stream-rows.ts';
import type { Forecast } from './usual-forecast.ts';
import type { Weeks } from './weeks.ts';

/** The base, a second simple one, and the candidate. */
export type ForecastMethod = 'seasonal' | 'recent' | 'usual';
export const forecastMethods: readonly ForecastMethod[] = ['seasonal', 'recent', 'usual'];

const yearWeeks = 52;
const recentWeeks = 8;

/**
 * The two simple forecasts. `seasonal`: the same weeks a year ago, or the last weeks before the first year is full;
 * `recent`: the mean of the last eight weeks. Both know the weeks before `week` alone.
 */
export function simpleForecasts(
  { series }: Weeks,
  { areas }: StreamRows,
): Record<Exclude<ForecastMethod, 'usual'>, Forecast> {
  const sum = (item: number, area: number, from: number, to: number) => {
    const counts = series.get(item * areas.length + area);
    let all = 0;
    for (let week = Math.max(0, from); week < to; week++) all += counts?.[week] ?? 0;
    return all;
  };
  return {
    seasonal: (item, area, week, count) => {
      const back = week >= yearWeeks ? yearWeeks : count;
      return sum(item, area, week - back, week - back + count);
    },
    recent: (item, area, week, count) => {
      const seen = Math.min(week, recentWeeks);
      return (sum(item, area, week - seen, week) * count) / Math.max(1, seen);
    },
  };
}

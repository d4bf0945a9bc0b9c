import type { Areas } from '../areas.ts';
import type { WallHour } from '../hour-slot.ts';
import { type CountInterval, predictiveInterval } from '../predictive-interval.ts';
import type { ArchivedWeek, CityWatch, ItemWatch } from '../watch/watch-state.ts';
import { forecastMean } from './forecast-mean.ts';
import type { ForecastRules, Horizon } from './forecast-rules.ts';

/** Hours of each horizon: a week, and four of them. */
const horizonHours: Readonly<Record<Horizon, number>> = { week: 168, month: 4 * 168 };

/** What to expect of an item in an area, with an interval for each share the pack names. */
export interface AreaForecast {
  readonly horizon: Horizon;
  readonly from: WallHour;
  readonly mean: number;
  readonly intervals: readonly (CountInterval & { readonly within: number })[];
}

/** Forecasts an item in an area from the next hour to watch on (预测), for a week and for four. */
export function forecastStretch(
  watch: ItemWatch,
  city: CityWatch,
  area: string,
  rules: ForecastRules,
  areas: Areas,
): AreaForecast[] {
  const from = city.next;
  return (['week', 'month'] as const).map((horizon) => {
    const mean = forecastMean(watch, city, rules, { from, hours: horizonHours[horizon] })(area);
    return { horizon, from, mean, intervals: intervalsOf(mean, area, horizon, rules, areas) };
  });
}

const intervalsOf = (
  mean: number,
  area: string,
  horizon: Horizon,
  { dispersion, within }: ForecastRules,
  areas: Areas,
) =>
  within.map((share) => ({
    within: share,
    ...predictiveInterval(mean, dispersion[horizon][areas.kindOf(area)], share),
  }));

/** How many of past weeks' counts lay inside the interval that was forecast as each week began. */
export interface Coverage {
  readonly within: number;
  readonly weeks: number;
  readonly inside: number;
}

/** The measured coverage of a week's intervals in an area: weeks that had no forecast yet are left out. */
export function weeklyCoverage(
  weeks: readonly ArchivedWeek[],
  area: string,
  rules: ForecastRules,
  areas: Areas,
): Coverage[] {
  const judged = weeks.flatMap(({ counts, expected }) =>
    expected[area] === undefined ? [] : [{ count: counts[area] ?? 0, mean: expected[area] }],
  );
  return rules.within.map((share, n) => ({
    within: share,
    weeks: judged.length,
    inside: judged.filter(({ count, mean }) => {
      const { low, high } = intervalsOf(mean, area, 'week', rules, areas)[n]!;
      return count >= low && count <= high;
    }).length,
  }));
}

import { hourSlot, type WallHour } from '../hour-slot.ts';
import { levelAt } from '../recent-level.ts';
import { areaShare, cityRates, fittedRate, fitUsual } from '../usual.ts';
import type { CityWatch, ItemWatch } from '../watch/watch-state.ts';
import type { ForecastRules } from './forecast-rules.ts';

/**
 * Requests of an item to expect in a stretch of hours, by area: its usual hours, weekdays and months, its level as it now
 * stands, and the area's share, each shrunk as the pack has it.
 */
export function forecastMean(
  watch: Pick<ItemWatch, 'counters' | 'trend'>,
  { counters }: Pick<CityWatch, 'counters'>,
  { shrinkage, level }: ForecastRules,
  { from, hours }: { readonly from: WallHour; readonly hours: number },
): (area: string) => number {
  const rates = cityRates(counters, shrinkage);
  const fit = fitUsual(counters, rates, watch.counters, shrinkage);
  let usual = 0;
  for (let hour = from; hour < from + hours; hour++) usual += fittedRate(fit, rates, hourSlot(hour));
  const mean = usual * levelAt(watch.trend, from, level);
  return (area) => mean * areaShare(counters, watch.counters, area, shrinkage);
}

import { areasOf } from '../../../core/early/areas.ts';
import {
  type AreaForecast,
  type Coverage,
  forecastStretch,
  weeklyCoverage,
} from '../../../core/early/forecast/forecast-stretch.ts';
import { weekOf } from '../../../core/early/watch/new-watch.ts';
import type { ItemWatch } from '../../../core/early/watch/watch-state.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { earlyPart } from '../../../core/rules/early-rules.ts';
import { isOrIsOver } from '../../../core/undertaking/standing.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { everyItemWatch } from '../warnings/every-item-watch.ts';

/** Weeks of the record that forecasts are judged on, and how far back the same weeks of last year lie. */
const judgedWeeks = 26;
const yearWeeks = 52;
const monthWeeks = 4;

/** Forecasts of one item in an area. */
export interface ItemForecasts {
  readonly item: string;
  readonly forecasts: readonly AreaForecast[];
  /** Only of a single item: requests of the same week and four weeks a year ago, and how past forecasts did. */
  readonly yearAgo?: { readonly week: number; readonly month: number };
  readonly coverage?: readonly Coverage[];
}

export type ForecastError =
  | { readonly code: 'NOT_IN_REMIT'; readonly rule: string }
  | { readonly code: 'UNKNOWN_UNIT'; readonly unitCode: string }
  | { readonly code: 'UNKNOWN_ITEM'; readonly itemCode: string }
  | { readonly code: 'FORBIDDEN' }
  | { readonly code: 'NOT_FOUND' };

/**
 * What to expect in an area for the next week and the next four, the busiest items first; of one item also its base a year
 * ago and the measured coverage of its intervals. `NOT_FOUND`: the city, or the item, was not watched yet.
 */
export async function readForecasts(
  deps: Deps,
  {
    unitCode,
    itemCode,
    limit,
  }: { readonly unitCode: string; readonly itemCode?: string | undefined; readonly limit: number },
  caller: Caller,
): Promise<Result<readonly ItemForecasts[], ForecastError>> {
  const { rules } = deps.city;
  const forecast = earlyPart(rules, 'forecast');
  if (!forecast.ok) return forecast;
  if (!rules.units.byCode.has(unitCode)) return err({ code: 'UNKNOWN_UNIT', unitCode });
  if (!isOrIsOver({ unit: nameOf(caller) }, unitCode, rules)) return err({ code: 'FORBIDDEN' });
  if (itemCode !== undefined && !rules.items.byCode.has(itemCode)) {
    return err({ code: 'UNKNOWN_ITEM', itemCode });
  }
  const head = await deps.store.loadCityWatch();
  if (head === undefined) return err({ code: 'NOT_FOUND' });
  const areas = areasOf(rules.units);
  const of = (item: string, watch: ItemWatch): ItemForecasts => ({
    item,
    forecasts: forecastStretch(watch, head.watch, unitCode, forecast.value, areas),
  });
  if (itemCode === undefined) {
    const all = [...(await everyItemWatch(deps.store))].map(([item, { watch }]) => of(item, watch));
    return ok(all.sort((a, b) => b.forecasts[0]!.mean - a.forecasts[0]!.mean).slice(0, limit));
  }
  const stored = await deps.store.loadItemWatch(itemCode);
  if (stored === undefined) return err({ code: 'NOT_FOUND' });
  const week = weekOf(head.watch.next);
  const [year, late] = await Promise.all([
    deps.store.weeks(itemCode, week - yearWeeks, week - yearWeeks + monthWeeks - 1),
    deps.store.weeks(itemCode, week - judgedWeeks, week - 1),
  ]);
  const sum = (weeks: typeof year) => weeks.reduce((all, { counts }) => all + (counts[unitCode] ?? 0), 0);
  return ok([
    {
      ...of(itemCode, stored.watch),
      yearAgo: { week: sum(year.filter((one) => one.week === week - yearWeeks)), month: sum(year) },
      coverage: weeklyCoverage(late, unitCode, forecast.value, areas),
    },
  ]);
}

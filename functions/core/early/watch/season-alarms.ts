import { hourMs } from '../../time.ts';
import { dayHours, type WallHour } from '../hour-slot.ts';
import type { Season } from '../warning/warning-rules.ts';
import { effectForecast } from './effect-forecast.ts';
import type { WatchContext } from './watch-context.ts';
import type { Alarm, ItemWatch } from './watch-state.ts';

/** The seasons of an item whose warning falls due in `hour`, each with its first hour. */
export function seasonsDue(
  item: string,
  hour: WallHour,
  seasons: readonly Season[],
): { readonly season: Season; readonly start: WallHour }[] {
  if (hour % dayHours !== 0) return [];
  return seasons.flatMap((season) => {
    const start = hour + Math.ceil(season.aheadHours / dayHours) * dayHours;
    const first = new Date(start * hourMs);
    const isFirst = first.getUTCMonth() + 1 === season.month && first.getUTCDate() === season.day;
    return isFirst && season.items.some((prefix) => item.startsWith(prefix)) ? [{ season, start }] : [];
  });
}

/** Warns each district of a season that will bring it many more requests of the item than the weeks before. */
export function seasonAlarms(watch: ItemWatch, item: string, hour: WallHour, context: WatchContext): Alarm[] {
  return seasonsDue(item, hour, context.rules.seasons).flatMap(({ season, start }) =>
    context.areas.districts.flatMap((area) => {
      const hours = season.overHours;
      const forecast = effectForecast(watch, area, { from: start, hours }, context);
      const before = effectForecast(watch, area, { from: hour - hours, hours }, context);
      if (forecast.mean < season.requestsMin || forecast.mean < season.factorMin * before.mean) return [];
      return [
        {
          key: `${area}/${season.key}/${start}`,
          area,
          cause: season.key,
          hour,
          since: hour - hours,
          count: 0,
          usual: before.mean,
          forecast,
        },
      ];
    }),
  );
}

import { addHour, addRequests, emptyCity, emptyItem } from '../../../functions/core/early/counters.ts';
import { hourSlot } from '../../../functions/core/early/hour-slot.ts';
import { followLevel, levelAt, newLevel } from '../../../functions/core/early/recent-level.ts';
import { areaShare, cityRates, type UsualRate, usualRate } from '../../../functions/core/early/usual.ts';
import type { LearnRule } from '../detect/learn-usual.ts';
import type { StreamRows } from '../read/stream-rows.ts';
import { type Weeks, weekHours } from './weeks.ts';

/** Expected requests of an item in an area in `count` weeks from `week` on. */
export type Forecast = (item: number, area: number, week: number, count: number) => number;

/** Learns week by week; `forecast()` knows the weeks learnt so far. */
export interface Learner {
  readonly learn: (week: number) => void;
  readonly forecast: () => Forecast;
}

/** Weeks that the recent level looks back on. */
const levelWeeks = 52;

/** Forecasts by what is usual: hours, weekdays and months of an item, its recent level, and an area's share, all shrunk. */
export function usualLearner({ items, areas }: StreamRows, weeks: Weeks, rule: LearnRule): Learner {
  const city = emptyCity();
  const counters = items.map(emptyItem);
  let learnt = 0;
  return {
    learn(week) {
      learnt = week + 1;
      const from = weeks.start + week * weekHours;
      for (let hour = from; hour < from + weekHours; hour++) addHour(city, hourSlot(hour));
      for (const { item, hour, district, place } of weeks.rows[week]!) {
        const all = ['0', String(district), String(place)];
        addRequests({ city, item: counters[item]! }, hourSlot(hour), { areas: all, count: 1 });
      }
    },
    forecast() {
      const rates = cityRates(city, rule.shrinkage);
      const usual = counters.map((item) => usualRate(city, rates, item, rule.shrinkage));
      const weekly = usual.map((rateOf) => remembered((week) => usualWeek(rateOf, weeks.start, week)));
      const now = weeks.start + learnt * weekHours;
      const levels = items.map((_, item) => {
        const level = newLevel();
        const counts = weeks.series.get(item * areas.length);
        for (let week = Math.max(0, learnt - levelWeeks); week < learnt; week++) {
          const hour = weeks.start + (week + 1) * weekHours;
          followLevel(level, { hour, count: counts?.[week] ?? 0, expected: weekly[item]!(week) }, rule.level);
        }
        return levelAt(level, now, rule.level);
      });
      return (item, area, week, count) => {
        let mean = 0;
        for (let i = week; i < week + count; i++) mean += weekly[item]!(i);
        const share = area === 0 ? 1 : areaShare(city, counters[item]!, String(area), rule.shrinkage);
        return mean * levels[item]! * share;
      };
    },
  };
}

const usualWeek = (rateOf: UsualRate, start: number, week: number): number => {
  let mean = 0;
  for (let hour = 0; hour < weekHours; hour++) mean += rateOf(hourSlot(start + week * weekHours + hour));
  return mean;
};

function remembered(of: (week: number) => number): (week: number) => number {
  const known = new Map<number, number>();
  return (week) => {
    const value = known.get(week) ?? of(week);
    known.set(week, value);
    return value;
  };
}

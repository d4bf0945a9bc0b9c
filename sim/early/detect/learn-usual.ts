import { addHour, addRequests, emptyCity, emptyItem } from '../../../functions/core/early/counters.ts';
import { hourSlot } from '../../../functions/core/early/hour-slot.ts';
import type { LevelRule } from '../../../functions/core/early/recent-level.ts';
import { followLevel, levelAt, newLevel } from '../../../functions/core/early/recent-level.ts';
import { areaShare, cityRates, type Shrinkage, usualRate } from '../../../functions/core/early/usual.ts';
import type { Window } from './windows.ts';

/** How counts are learnt. */
export interface LearnRule {
  readonly shrinkage: Shrinkage;
  readonly level: LevelRule;
}

/** What is usual in the hours of one window, learnt from others. */
export interface Usual {
  readonly window: Window;
  /** Expected requests of an item in the whole city, by hour of the window. */
  readonly itemMeans: readonly Float64Array[];
  readonly shareOf: (item: number, area: number) => number;
}

type Sizes = { readonly items: number; readonly areas: number };

/**
 * Learns from all `windows` but those in `leaveOut` and says what is usual in each window of `of`. The recent level
 * follows the windows before it in time, and within it what is older than the lag.
 */
export function learnUsual(
  windows: readonly Window[],
  {
    leaveOut,
    of,
    sizes,
    rule,
  }: { leaveOut: readonly Window[]; of: readonly Window[]; sizes: Sizes; rule: LearnRule },
): Usual[] {
  const learnt = windows.filter((window) => !leaveOut.includes(window));
  const city = emptyCity();
  const items = Array.from({ length: sizes.items }, emptyItem);
  for (const { from, to, rows } of learnt) {
    for (let hour = from; hour < to; hour++) addHour(city, hourSlot(hour));
    for (const { hour, item, district, place } of rows) {
      addRequests({ city, item: items[item]! }, hourSlot(hour), {
        areas: ['0', String(district), String(place)],
        count: 1,
      });
    }
  }
  const rates = cityRates(city, rule.shrinkage);
  const usual = items.map((item) => usualRate(city, rates, item, rule.shrinkage));
  const shares = new Map<number, number>();
  const shareOf = (item: number, area: number) => {
    if (area === 0) return 1;
    const key = item * sizes.areas + area;
    let share = shares.get(key);
    if (share === undefined) {
      share = areaShare(city, items[item]!, String(area), rule.shrinkage);
      shares.set(key, share);
    }
    return share;
  };
  return of.map((window) => {
    const before = windows.filter(({ to }) => to <= window.from && learnt.some((known) => known.to === to));
    const levels = levelsOf([...before, window], window, { usual, rule });
    return { window, itemMeans: levels, shareOf };
  });
}

/** What is older than so many half-lives weighs nothing in a level. */
const halfLivesKept = 10;

function levelsOf(
  series: readonly Window[],
  last: Window,
  { usual, rule }: { usual: readonly ReturnType<typeof usualRate>[]; rule: LearnRule },
): Float64Array[] {
  const since = last.from - halfLivesKept * rule.level.halfLifeHours;
  const hours = series
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
    .filter((hour) => hour >= since);
  const index = new Map(hours.map((hour, i) => [hour, i]));
  const counts = usual.map(() => new Float64Array(hours.length));
  for (const { rows } of series) {
    for (const { hour, item } of rows) if (hour >= since) counts[item]![index.get(hour)!]! += 1;
  }
  const slots = hours.map(hourSlot);
  return usual.map((rateOf, item) => {
    const level = newLevel();
    const means = new Float64Array(last.to - last.from);
    let taken = 0;
    for (let hour = last.from; hour < last.to; hour++) {
      for (; taken < hours.length && hours[taken]! <= hour - rule.level.lagHours; taken++) {
        followLevel(
          level,
          { hour: hours[taken]!, count: counts[item]![taken]!, expected: rateOf(slots[taken]!) },
          rule.level,
        );
      }
      means[hour - last.from] = rateOf(hourSlot(hour)) * levelAt(level, hour, rule.level);
    }
    return means;
  });
}

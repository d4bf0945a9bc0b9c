import type { Dispersion } from '../dispersion.ts';
import type { WallHour } from '../hour-slot.ts';
import { predictiveInterval } from '../predictive-interval.ts';
import { levelAt } from '../recent-level.ts';
import { areaShare } from '../usual.ts';
import { usualIn } from './learn-hours.ts';
import type { WatchContext } from './watch-context.ts';
import type { ItemWatch, StretchForecast } from './watch-state.ts';

/**
 * What an area will bring in a stretch of hours if nobody acts: the usual at the level of late, and what the surge brings
 * above it, fading by half in the pack's time. The interval holds a count with the pack's probability.
 *
 * @param surplus requests an hour above the usual in the hours of the alarm; none of a season
 */
export function effectForecast(
  watch: ItemWatch,
  area: string,
  { from, hours, surplus = 0 }: { from: WallHour; hours: number; surplus?: number },
  context: WatchContext,
): StretchForecast {
  const { rules, city, areas } = context;
  const share = areaShare(city.counters, watch.counters, area, rules.shrinkage);
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < hours; i++) {
    const usual = usualIn(watch, context, from + i) * levelAt(watch.level, from + i, rules.level) * share;
    const expected = usual + surplus * 2 ** (-(i + 1) / rules.effect.halfLifeHours);
    mean += expected;
    squares += expected * expected;
  }
  const kind = areas.kindOf(area);
  const { low, high } = predictiveInterval(
    mean,
    ofStretch(rules.dispersion[kind], rules.carryOver[kind], squares / (mean * mean)),
    rules.effect.within,
  );
  return { from, to: from + hours - 1, mean, low, high, within: rules.effect.within };
}

/**
 * How unevenly a stretch of hours comes as a whole: uneven hours even each other out, the less the more they hang together.
 * The variance of a sum of an autoregression of order one is about (1 + r) / (1 - r) times that of independent hours.
 *
 * @param concentration sum of the squares of the hours' means over the square of their sum
 */
const ofStretch = (
  { perRequest, perMean }: Dispersion,
  carryOver: number,
  concentration: number,
): Dispersion => {
  const held = (1 + carryOver) / (1 - carryOver);
  return { perRequest: (1 + perRequest) * held - 1, perMean: perMean * concentration * held };
};

import type { UnitShift } from './comparison-report.ts';
import { isSure } from './page/reading.ts';

/**
 * Units whose score changes for certain: those that gain, the most first, and those that lose, the most first. A unit
 * whose interval holds zero is in neither; with a single replication there are no intervals, and nobody is.
 */
export function winnersAndLosers(units: readonly UnitShift[], most: number) {
  const sure = units
    .filter(({ difference }) => difference !== undefined && isSure(difference))
    .toSorted((a, b) => b.difference!.mean - a.difference!.mean);
  return {
    gains: sure.filter(({ difference }) => difference!.mean > 0).slice(0, most),
    losses: sure
      .toReversed()
      .filter(({ difference }) => difference!.mean < 0)
      .slice(0, most),
  };
}

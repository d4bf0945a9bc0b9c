import { type CountTally, tallyCount } from '../../../functions/core/early/count-tally.ts';
import type { Dispersion } from '../../../functions/core/early/dispersion.ts';
import { fitDispersions } from '../../../functions/core/early/fit-dispersions.ts';
import type { Area, AreaKind } from '../read/stream-rows.ts';
import type { Usual } from './learn-usual.ts';
import { countWindow, streamOf } from './window-counts.ts';

/** Dispersion of an item's counts in areas of a kind. */
export type DispersionOf = (kind: AreaKind, item: number) => Dispersion;

/** Of streams without any request, one in so many at least is looked at and stands for the others. */
const emptyStrideMin = 8;
/** Hours of such streams that are looked at, about. */
const emptyHours = 10_000_000;

/** An item leans on all items of the kind by as many requests as if seen. */
const leaningRequests = 100;

type Tallies = Record<AreaKind, CountTally[]>;

/**
 * Learns how unevenly counts come from windows whose means were learnt without them; an item of few requests leans on
 * all items. Done for each kind of area apart: bunches weigh more in a place than in a city.
 */
export function learnDispersion(
  windows: readonly Usual[],
  { items, areas }: { readonly items: number; readonly areas: readonly Area[] },
): DispersionOf {
  const tallies: Tallies = { city: [], district: [], place: [] };
  for (const kind of kinds) tallies[kind] = Array.from({ length: items }, () => ({}));
  const hours = windows.reduce((sum, { window }) => sum + window.to - window.from, 0);
  const stride = Math.max(emptyStrideMin, Math.ceil((items * areas.length * hours) / emptyHours));
  for (const usual of windows) tallyWindow(tallies, usual, { areas, stride });
  const fitted = { city: [], district: [], place: [] } as Record<AreaKind, Dispersion[]>;
  for (const kind of kinds) fitted[kind] = fitDispersions(tallies[kind], leaningRequests);
  return (kind, item) => fitted[kind][item]!;
}

const kinds: readonly AreaKind[] = ['city', 'district', 'place'];

function tallyWindow(
  tallies: Tallies,
  usual: Usual,
  { areas, stride }: { readonly areas: readonly Area[]; readonly stride: number },
): void {
  const { window, itemMeans, shareOf } = usual;
  const counts = countWindow(window, areas.length);
  const hours = window.to - window.from;
  for (let item = 0; item < itemMeans.length; item++) {
    const means = itemMeans[item]!;
    for (let area = 0; area < areas.length; area++) {
      const series = counts.get(streamOf(item, area, areas.length));
      const isSampled = area === 0 || (item + area) % stride === 0;
      if (series === undefined && !isSampled) continue;
      const share = shareOf(item, area);
      const weight = series === undefined && area !== 0 ? stride : 1;
      const tally = tallies[areas[area]!.kind][item]!;
      for (let i = 0; i < hours; i++) tallyCount(tally, means[i]! * share, series?.[i] ?? 0, weight);
    }
  }
}

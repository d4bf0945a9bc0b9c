import { type CountTally, tallyCount } from '../../../functions/core/early/count-tally.ts';
import type { Dispersion } from '../../../functions/core/early/dispersion.ts';
import { fitDispersions, pooledDispersion } from '../../../functions/core/early/fit-dispersions.ts';
import type { Area, AreaKind } from '../read/stream-rows.ts';
import type { Usual } from './learn-usual.ts';
import { countWindow, streamOf } from './window-counts.ts';

/** Dispersion of an item's counts in areas of a kind. */
export interface DispersionOf {
  (kind: AreaKind, item: number): Dispersion;
  /** Of all items together, by kind. */
  readonly pooled: Readonly<Record<AreaKind, Dispersion>>;
}

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
  const pooled = {
    city: pooledDispersion(tallies.city),
    district: pooledDispersion(tallies.district),
    place: pooledDispersion(tallies.place),
  };
  return Object.assign((kind: AreaKind, item: number) => fitted[kind][item]!, { pooled });
}

const kinds: readonly AreaKind[] = ['city', 'district', 'place'];

/** Hours of a window by about how many requests of an item are expected: hours alike are tallied together. */
interface HoursAlike {
  readonly mean: number;
  readonly hours: number;
}

const binsPerE = 10;
const binOf = (mean: number) => Math.round(Math.log(Math.max(mean, 1e-9)) * binsPerE);
const meanOf = (bin: number) => Math.exp(bin / binsPerE);

function hoursAlike(means: Float64Array): HoursAlike[] {
  const bins = new Map<number, number>();
  for (const mean of means) bins.set(binOf(mean), (bins.get(binOf(mean)) ?? 0) + 1);
  return [...bins].map(([bin, hours]) => ({ mean: meanOf(bin), hours }));
}

function tallyWindow(
  tallies: Tallies,
  usual: Usual,
  { areas, stride }: { readonly areas: readonly Area[]; readonly stride: number },
): void {
  const { window, itemMeans, shareOf } = usual;
  const counts = countWindow(window, areas.length);
  for (let item = 0; item < itemMeans.length; item++) {
    const means = itemMeans[item]!;
    const alike = hoursAlike(means);
    for (let area = 0; area < areas.length; area++) {
      const series = counts.get(streamOf(item, area, areas.length));
      const isSampled = area === 0 || (item + area) % stride === 0;
      if (series === undefined && !isSampled) continue;
      const share = shareOf(item, area);
      const weight = series === undefined && area !== 0 ? stride : 1;
      const tally = tallies[areas[area]!.kind][item]!;
      for (const { mean, hours } of alike) tallyCount(tally, mean * share, 0, hours * weight);
      if (series === undefined) continue;
      for (let hour = 0; hour < series.length; hour++) {
        if (series[hour] === 0) continue;
        const mean = meanOf(binOf(means[hour]!)) * share;
        tallyCount(tally, mean, 0, -1);
        tallyCount(tally, mean, series[hour]!, 1);
      }
    }
  }
}

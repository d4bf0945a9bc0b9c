import { logProbability } from '../../../functions/core/early/dispersion.ts';
import type { Stream } from '../../engine/stream.ts';
import { streamsByKind } from './fold.ts';
import { expectedAt, type Watcher } from './watch-window.ts';
import { streamOf, type WindowCounts } from './window-counts.ts';

/**
 * Draws a window's counts from what the watcher takes for usual, each stream by itself, hours hanging together as it
 * takes them to: what it would see if it were right, so that its stated false-alarm rate can be checked apart from the data.
 */
export function drawCounts(watcher: Watcher, items: readonly string[], chance: Stream): WindowCounts {
  const { window } = watcher.usual;
  const kinds = streamsByKind(items, watcher.areas);
  const counts: WindowCounts = new Map();
  for (let item = 0; item < items.length; item++) {
    for (let area = 0; area < watcher.areas.length; area++) {
      if (kinds[watcher.areas[area]!.kind] === undefined) continue;
      let series: Float64Array | undefined;
      let last = 0;
      for (let hour = 0; hour < window.to - window.from; hour++) {
        const { mean, size } = expectedAt(watcher, item, area, hour, last);
        const count = drawCount(mean, size, chance);
        last = count;
        if (count === 0) continue;
        series ??= new Float64Array(window.to - window.from);
        series[hour] = count;
      }
      if (series !== undefined) counts.set(streamOf(item, area, watcher.areas.length), series);
    }
  }
  return counts;
}

const countMax = 100_000;

/** A negative binomial count by inversion. */
function drawCount(mean: number, size: number, chance: Stream): number {
  let left = chance.next01();
  let probability = Math.exp(logProbability(0, mean, size));
  for (let count = 0; count < countMax; count++) {
    if (left < probability) return count;
    left -= probability;
    const next = size === Number.POSITIVE_INFINITY ? mean : ((size + count) * mean) / (mean + size);
    probability *= next / (count + 1);
    if (probability < 1e-18 && count > mean) return count;
  }
  return countMax;
}

import type { AreaKind } from '../read/stream-rows.ts';
import { usualAt, type Watcher } from './watch-window.ts';
import type { WindowCounts } from './window-counts.ts';

/** Streams with fewer requests an hour expected say nothing about how hours hang together. */
const meanMin = 0.3;

/**
 * How far an hour's surprise carries over into the next: correlation of the standardised residuals of neighbouring hours by
 * kind of area. Near 0 where hours are independent, as the stated rate assumes; undefined where no stream is busy enough.
 */
export function carryOver(
  held: readonly { readonly watcher: Watcher; readonly counts: WindowCounts }[],
): Partial<Record<AreaKind, number>> {
  const sums = new Map<AreaKind, { product: number; square: number }>();
  for (const { watcher, counts } of held) {
    const areas = watcher.areas.length;
    for (const [stream, series] of counts) {
      const [item, area] = [Math.floor(stream / areas), stream % areas];
      const kind = watcher.areas[area]!.kind;
      if (watcher.thresholds[kind] === undefined) continue;
      const sum = sums.get(kind) ?? { product: 0, square: 0 };
      let last: number | undefined;
      for (let hour = 0; hour < series.length; hour++) {
        const { mean, size } = usualAt(watcher, item, area, hour);
        const residual = (series[hour]! - mean) / Math.sqrt(mean + (mean * mean) / size);
        if (mean >= meanMin) {
          sum.square += residual * residual;
          sum.product += residual * (last ?? 0);
        }
        last = mean >= meanMin ? residual : undefined;
      }
      sums.set(kind, sum);
    }
  }
  return Object.fromEntries(
    [...sums].flatMap(([kind, { product, square }]) => (square > 0 ? [[kind, product / square]] : [])),
  );
}

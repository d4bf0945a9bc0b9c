import { drawPoisson } from '../../../../sim/engine/distributions/poisson.ts';
import { Stream } from '../../../../sim/engine/stream.ts';
import { written } from '../../fit/support/written.ts';

const hourMs = 3_600_000;

/** Requests to put in besides: so many of an item in a place, in one hour of one window. */
export interface Planted {
  readonly window: number;
  readonly hour: number;
  readonly item: string;
  readonly place: string;
  readonly count: number;
  readonly isOneSpot?: boolean;
}

const placesOf: Readonly<Record<string, readonly string[]>> = {
  NORTH: ['101', '102', '103'],
  SOUTH: ['201', '202', '203'],
};
const itemRates = { Noise: 6, Water: 2, Trees: 0.4 };

/** A file of daily windows a week apart of a city whose counts are Poisson, busier by day. */
export function windowFile(windows: number, planted: readonly Planted[] = []): string {
  const [chance, plantedChance] = [new Stream(11, 'window file'), new Stream(11, 'planted')];
  const start = Date.UTC(2026, 3, 4);
  const lines = ['created_date,closed_date,agency,complaint_type,incident_zip,borough,latitude'];
  const add = (at: number, item: string, place: string, spot: number) => {
    const district = placesOf.NORTH!.includes(place) ? 'NORTH' : 'SOUTH';
    lines.push(`${new Date(at).toISOString().slice(0, 19)},,A,${item},${place},${district},${spot}`);
  };
  for (let window = 0; window < windows; window++) {
    for (let hour = 0; hour < 26; hour++) {
      const hourAt = start + (window * 168 + hour) * hourMs;
      const at = (stream = chance) => hourAt + Math.floor(stream.next01() * hourMs);
      for (const [item, rate] of Object.entries(itemRates)) {
        for (const place of Object.values(placesOf).flat()) {
          const mean = (rate / 3) * (hour % 24 >= 8 ? 1.3 : 0.4);
          for (let i = drawPoisson(chance, mean); i > 0; i--) add(at(), item, place, chance.next01());
        }
      }
      for (const one of planted) {
        if (one.window !== window || one.hour !== hour) continue;
        for (let i = 0; i < one.count; i++)
          add(at(plantedChance), one.item, one.place, one.isOneSpot ? 1 : 2 + i);
      }
    }
  }
  return written('windows.csv', lines.join('\n'));
}

import { drawPoisson } from '../../engine/distributions/poisson.ts';
import type { Stream } from '../../engine/stream.ts';
import type { StreamRow } from '../read/stream-rows.ts';
import type { Usual } from './learn-usual.ts';
import { streamOf, type WindowCounts } from './window-counts.ts';

/** A known surge to seed. */
export interface SurgeKind {
  readonly name: string;
  readonly pattern: 'storm' | 'burst' | 'closing';
  /** A storm's factor on the usual; the requests of a burst or a closing. */
  readonly size: number;
  readonly hours: number;
}

/** The surges that are seeded: sizes around known cases, so that the limit of detection shows. */
export const surgeKinds: readonly SurgeKind[] = [
  ...[2, 4, 8].map(
    (size): SurgeKind => ({
      name: `storm: x${size} over a district for 6 h`,
      pattern: 'storm',
      size,
      hours: 6,
    }),
  ),
  ...[5, 10, 30].map(
    (size): SurgeKind => ({
      name: `burst: ${size} calls in 3 h in one place`,
      pattern: 'burst',
      size,
      hours: 3,
    }),
  ),
  ...[170, 500, 1700].map(
    (size): SurgeKind => ({
      name: `shop closing: ${size} members over 48 h`,
      pattern: 'closing',
      size,
      hours: 48,
    }),
  ),
];

/** A surge as seeded into one window: what it adds to which streams, and when it began (hours from the window's start). */
export interface SeededSurge {
  readonly item: number;
  readonly startedAt: number;
  readonly extra: WindowCounts;
  /** Requests added, and usual requests an hour of the stream that the surge is about. */
  readonly added: number;
  readonly usualPerHour: number;
}

/** What can be drawn from: rows give items and places as often as they occur. */
export interface SurgeGround {
  readonly usual: Usual;
  readonly rows: readonly StreamRow[];
  readonly rowsOfDistrict: ReadonlyMap<number, readonly StreamRow[]>;
  /** Items of some volume: a closing shop's members complain under one of them. */
  readonly items: readonly number[];
  readonly areas: number;
}

/** An item of some volume had this many requests. */
const volumeMin = 50;

/** What surges in a window can be drawn from, by the windows that were learnt. */
export function surgeGround(usual: Usual, rows: readonly StreamRow[], areas: number): SurgeGround {
  const volumes = new Map<number, number>();
  for (const { item } of rows) volumes.set(item, (volumes.get(item) ?? 0) + 1);
  return {
    usual,
    rows,
    rowsOfDistrict: Map.groupBy(rows, ({ district }) => district),
    items: [...volumes]
      .flatMap(([item, volume]) => (volume >= volumeMin ? [item] : []))
      .sort((a, b) => a - b),
    areas,
  };
}

/** A surge needs this many hours of the window at least. */
const hoursSeenMin = 6;
/** A storm multiplies what is there, so it needs this many requests an hour. */
const stormPerHourMin = 1;
const triesMax = 500;

/** Draws one surge; undefined if the window has no stream that such a surge could befall. */
export function seedSurge(kind: SurgeKind, ground: SurgeGround, chance: Stream): SeededSurge | undefined {
  const { usual, rows, rowsOfDistrict, items, areas } = ground;
  const length = usual.window.to - usual.window.from;
  const start = chance.below(Math.max(1, length - Math.min(kind.hours, hoursSeenMin) + 1));
  const startedAt = start + chance.next01();
  const row = () => rows[chance.below(rows.length)]!;
  const extra: WindowCounts = new Map();
  let added = 0;
  const add = (item: number, { district, place }: StreamRow, hour: number) => {
    added++;
    for (const area of [0, district, place]) {
      const stream = streamOf(item, area, areas);
      let series = extra.get(stream);
      if (series === undefined) {
        series = new Float64Array(length);
        extra.set(stream, series);
      }
      series[hour]! += 1;
    }
  };
  const spread = (item: number, perHour: (hour: number) => number, where: () => StreamRow) => {
    for (let hour = start; hour < length && hour < startedAt + kind.hours; hour++) {
      const seen = Math.min(hour + 1, startedAt + kind.hours) - Math.max(hour, startedAt);
      const count = drawPoisson(chance, perHour(hour) * seen);
      for (let i = 0; i < count; i++) add(item, where(), hour);
    }
  };
  if (kind.pattern === 'storm') {
    for (let tries = 0; tries < triesMax; tries++) {
      const { item, district } = row();
      const usualAt = (hour: number) => usual.itemMeans[item]![hour]! * usual.shareOf(item, district);
      if (usualAt(start) < stormPerHourMin) continue;
      const within = rowsOfDistrict.get(district)!;
      spread(
        item,
        (hour) => (kind.size - 1) * usualAt(hour),
        () => within[chance.below(within.length)]!,
      );
      return { item, startedAt, extra, added, usualPerHour: usualAt(start) };
    }
    return undefined;
  }
  if (kind.pattern === 'burst') {
    const [{ item }, where] = [row(), row()];
    for (let i = 0; i < kind.size; i++) {
      const hour = Math.floor(startedAt + kind.hours * chance.next01());
      if (hour < length) add(item, where, hour);
    }
    return {
      item,
      startedAt,
      extra,
      added,
      usualPerHour: usual.itemMeans[item]![start]! * usual.shareOf(item, where.place),
    };
  }
  const item = items[chance.below(items.length)]!;
  const cityAt = (hour: number) => usual.itemMeans.reduce((sum, means) => sum + means[hour]!, 0);
  const mean = Array.from({ length }, (_, hour) => cityAt(hour)).reduce((a, b) => a + b, 0) / length;
  spread(item, (hour) => ((kind.size / kind.hours) * cityAt(hour)) / mean, row);
  return { item, startedAt, extra, added, usualPerHour: usual.itemMeans[item]![start]! };
}

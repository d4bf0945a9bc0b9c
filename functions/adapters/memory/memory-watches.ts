import type { ArchivedWeek, CityWatch, ItemWatch } from '../../core/early/watch/watch-state.ts';
import type { Sighting, WatchStore } from '../../ports/watch-store.ts';
import type { ItemKey } from '../dynamodb/keys.ts';
import type { Item } from '../dynamodb/table.ts';
import {
  cityWatchKey,
  fromCityWatchItem,
  fromItemWatchItem,
  fromSightingItem,
  itemWatchKey,
  itemWatchPrefix,
  sightingPartition,
  sightingPrefix,
  toSightingItem,
  toWatchItem,
  toWeekItem,
  watchedItemOf,
  watchPartition,
} from '../dynamodb/watch-items.ts';
import { MemoryAppendOnly } from './memory-append-only.ts';
import { beginningWith, MemoryIndex } from './memory-index.ts';
import { withRows } from './memory-listings.ts';
import { pack, unpack } from './packed.ts';

/** The part of the store that keeps sightings, the watch over them, and weeks put away. */
export function memoryWatches(): WatchStore {
  const sightings = new MemoryAppendOnly<ReturnType<typeof toSightingItem>>();
  const watches = new Map<string, string>();
  const index = new MemoryIndex();
  const weeks = new Map<string, ArchivedWeek>();
  const idOf = ({ pk, sk }: ItemKey) => `${pk}/${sk}`;
  const load = (key: ItemKey): Item | undefined => {
    const text = watches.get(idOf(key));
    return text === undefined ? undefined : unpack<Item>(text);
  };
  const save = (key: ItemKey, watch: CityWatch | ItemWatch, expectedRev: number) => {
    if (Number(load(key)?.rev ?? 0) !== expectedRev) return 'stale';
    watches.set(idOf(key), pack(toWatchItem(key, watch, expectedRev + 1)));
    index.put(idOf(key), key.pk, key.sk);
    return 'saved';
  };
  return {
    async putSighting(sighting: Sighting) {
      const item = toSightingItem(sighting);
      return sightings.put(item, item) ? 'stored' : 'exists';
    },
    async sightings(hour, page, item) {
      const stretch = beginningWith(item === undefined ? '' : sightingPrefix(item));
      const found = sightings.page(sightingPartition(hour), stretch, page);
      return { ...found, rows: found.rows.map((row) => fromSightingItem(row)) };
    },
    async loadCityWatch() {
      const found = load(cityWatchKey);
      return found && fromCityWatchItem(found);
    },
    saveCityWatch: async (watch, expectedRev) => save(cityWatchKey, watch, expectedRev),
    async loadItemWatch(item) {
      const found = load(itemWatchKey(item));
      return found && fromItemWatchItem(found);
    },
    itemWatches: async (page) =>
      withRows(index.page(watchPartition, beginningWith(itemWatchPrefix), page), ({ sort }) => ({
        item: watchedItemOf(String(sort)),
        ...fromItemWatchItem(load({ pk: watchPartition, sk: String(sort) })!),
      })),
    saveItemWatch: async (item, watch, expectedRev) => save(itemWatchKey(item), watch, expectedRev),
    async putWeek(item, week) {
      const id = idOf(toWeekItem(item, week));
      if (weeks.has(id)) return 'exists';
      weeks.set(id, structuredClone(week));
      return 'stored';
    },
    weeks: async (item, from, to) =>
      Array.from({ length: to - from + 1 }, (_, i) =>
        idOf(toWeekItem(item, { week: from + i, counts: {}, expected: {} })),
      )
        .map((id) => weeks.get(id))
        .filter((week) => week !== undefined)
        .map((week) => structuredClone(week)),
  };
}

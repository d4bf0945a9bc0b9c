import type { WatchStore } from '../../ports/watch-store.ts';
import { allRows } from './all-rows.ts';
import { isAt, isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { beginningWith } from './listing.ts';
import { queryPage } from './query-page.ts';
import type { Table } from './table.ts';
import {
  cityWatchKey,
  fromCityWatchItem,
  fromItemWatchItem,
  fromSightingItem,
  fromWeekItem,
  itemWatchKey,
  itemWatchPrefix,
  sightingPartition,
  sightingPrefix,
  toSightingItem,
  toWatchItem,
  toWeekItem,
  watchedItemOf,
  watchPartition,
  weekPartition,
  weekSort,
} from './watch-items.ts';

/** The part of the store that keeps sightings, the watch over them, and weeks put away. */
export function watches(table: Table): WatchStore {
  const at = (rev: number) => (rev === 0 ? isNew : isAt(rev));
  return {
    putSighting: async (sighting) =>
      (await putItem(table, toSightingItem(sighting), isNew)) ? 'stored' : 'exists',
    sightings: (hour, page, item) =>
      queryPage(
        table,
        {
          partition: sightingPartition(hour),
          ...(item === undefined ? {} : beginningWith(sightingPrefix(item))),
          fromItem: fromSightingItem,
        },
        page,
      ),
    async loadCityWatch() {
      const found = await getItem(table, cityWatchKey);
      return found && fromCityWatchItem(found);
    },
    saveCityWatch: async (watch, expectedRev) =>
      (await putItem(table, toWatchItem(cityWatchKey, watch, expectedRev + 1), at(expectedRev)))
        ? 'saved'
        : 'stale',
    async loadItemWatch(item) {
      const found = await getItem(table, itemWatchKey(item));
      return found && fromItemWatchItem(found);
    },
    itemWatches: (page) =>
      queryPage(
        table,
        {
          partition: watchPartition,
          ...beginningWith(itemWatchPrefix),
          fromItem: (found) => ({ item: watchedItemOf(String(found.sk)), ...fromItemWatchItem(found) }),
        },
        page,
      ),
    saveItemWatch: async (item, watch, expectedRev) =>
      (await putItem(table, toWatchItem(itemWatchKey(item), watch, expectedRev + 1), at(expectedRev)))
        ? 'saved'
        : 'stale',
    putWeek: async (item, week) =>
      (await putItem(table, toWeekItem(item, week), isNew)) ? 'stored' : 'exists',
    weeks: (item, from, to) =>
      allRows((page) =>
        queryPage(
          table,
          { partition: weekPartition(item), from: weekSort(from), to: weekSort(to), fromItem: fromWeekItem },
          page,
        ),
      ),
  };
}

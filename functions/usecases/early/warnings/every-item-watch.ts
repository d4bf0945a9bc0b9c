import type { ItemWatch } from '../../../core/early/watch/watch-state.ts';
import type { Stored, WatchStore } from '../../../ports/watch-store.ts';
import { eachRow } from '../../each-row.ts';

/** The watch of every item that ever was seen. */
export async function everyItemWatch(
  store: Pick<WatchStore, 'itemWatches'>,
): Promise<ReadonlyMap<string, Stored<ItemWatch>>> {
  const watches = new Map<string, Stored<ItemWatch>>();
  await eachRow(
    (page) => store.itemWatches(page),
    ({ item, ...stored }) => watches.set(item, stored),
  );
  return watches;
}

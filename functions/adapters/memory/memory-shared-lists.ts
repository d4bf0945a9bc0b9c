import type { ShareStore, StoredShared } from '../../ports/share-store.ts';
import { sharedPrefix, sharedRegistry, toSharedItem } from '../dynamodb/shared-item.ts';
import { beginningWith, MemoryIndex } from './memory-index.ts';
import { withRows } from './memory-listings.ts';
import { pack, unpack } from './packed.ts';

/** The part of the store that keeps resources, needs and projects. */
export function memorySharedLists(): ShareStore {
  const texts = new Map<string, string>();
  const index = new MemoryIndex();
  const load = (id: string) => {
    const text = texts.get(id);
    return text === undefined ? undefined : unpack<StoredShared>(text);
  };
  return {
    loadShared: async (id) => load(id),
    async putShared(shared, expectedRev) {
      if (load(shared.id)?.rev !== expectedRev) return 'stale';
      const { registry, registryKey } = toSharedItem(shared);
      texts.set(shared.id, pack(shared));
      index.put(shared.id, registry, registryKey);
      return 'saved';
    },
    listShared: async (query, page) =>
      withRows(
        index.page(sharedRegistry(query.district), beginningWith(sharedPrefix(query)), page),
        ({ id }) => load(id)!,
      ),
  };
}

import type { Page, PageRequest } from '../../ports/page.ts';
import { MemoryIndex, type Stretch } from './memory-index.ts';
import { withRows } from './memory-listings.ts';
import { pack, unpack } from './packed.ts';

/** Values that are put once and never changed, only removed, in partitions with an order. */
export class MemoryAppendOnly<Value extends object> {
  private readonly texts = new Map<string, string>();
  private readonly index = new MemoryIndex();

  /** False when something has the key; it stays as it is. */
  put(key: { readonly pk: string; readonly sk: string }, value: Value): boolean {
    const id = `${key.pk}/${key.sk}`;
    if (this.texts.has(id)) return false;
    this.texts.set(id, pack(value));
    this.index.put(id, key.pk, key.sk);
    return true;
  }

  get({ pk, sk }: { readonly pk: string; readonly sk: string }): Value | undefined {
    const text = this.texts.get(`${pk}/${sk}`);
    return text === undefined ? undefined : unpack<Value>(text);
  }

  remove({ pk, sk }: { readonly pk: string; readonly sk: string }): void {
    const id = `${pk}/${sk}`;
    this.texts.delete(id);
    this.index.put(id, undefined, undefined);
  }

  page(partition: string, stretch: Stretch, request: PageRequest): Page<Value> {
    return withRows(this.index.page(partition, stretch, request), ({ id }) =>
      unpack<Value>(this.texts.get(id)!),
    );
  }
}

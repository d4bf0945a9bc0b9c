import type { Registration } from '../../core/webhooks/registration.ts';
import type { PageRequest } from '../../ports/page.ts';
import type { WebhookStore } from '../../ports/webhook-store.ts';
import { allRows } from '../dynamodb/all-rows.ts';
import { webhookKey } from '../dynamodb/keys.ts';
import { ownerPrefix, webhookRegistry } from '../dynamodb/registration-item.ts';
import { beginningWith, MemoryIndex, type Stretch } from './memory-index.ts';
import { withRows } from './memory-listings.ts';
import { pack, unpack } from './packed.ts';

type Stored = Registration & { readonly rev: number };

/** Webhook registrations in memory. */
export function memoryWebhookStore(): WebhookStore {
  const texts = new Map<string, string>();
  const index = new MemoryIndex();
  const load = (id: string) => {
    const text = texts.get(webhookKey(id).pk);
    return text === undefined ? undefined : unpack<Stored>(text);
  };
  const pageOf = (stretch: Stretch, page: PageRequest) =>
    withRows(index.page(webhookRegistry, stretch, page), ({ id }) => unpack<Stored>(texts.get(id)!));
  return {
    load: async (id) => load(id),
    async put(registration, expectedRev) {
      const { id, owner } = registration;
      if (load(id)?.rev !== expectedRev) return 'stale';
      const { pk } = webhookKey(id);
      texts.set(pk, pack(registration));
      index.put(pk, webhookRegistry, `${ownerPrefix(owner)}${id}`);
      return 'saved';
    },
    async remove(id) {
      const { pk } = webhookKey(id);
      index.put(pk, undefined, undefined);
      return texts.delete(pk);
    },
    ofOwner: (owner) => allRows(async (page) => pageOf(beginningWith(ownerPrefix(owner)), page)),
    list: async (page) => pageOf(beginningWith(''), page),
  };
}

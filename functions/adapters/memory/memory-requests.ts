import type { StoredRequest } from '../../ports/stored.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { toRequestItem } from '../dynamodb/request-item.ts';
import { pack, unpack } from './packed.ts';

/** The part of the store that keeps what citizens said. Nothing ages out by itself. */
export function memoryRequests(): Pick<TicketStore, 'putRequest' | 'loadRequest' | 'eraseRequest'> {
  const texts = new Map<string, string>();
  const load = (ticketId: string) => {
    const text = texts.get(ticketId);
    return text === undefined ? undefined : unpack<StoredRequest>(text);
  };
  return {
    loadRequest: async (ticketId) => load(ticketId),
    async putRequest(request) {
      const stored = load(request.ticketId);
      if (stored !== undefined) return { stored, isNew: false };
      texts.set(toRequestItem(request).ticketId, pack(request));
      return { stored: request, isNew: true };
    },
    async eraseRequest(ticketId, at) {
      const stored = load(ticketId);
      if (stored === undefined) return false;
      const { body: _, ...rest } = stored;
      texts.set(ticketId, pack({ erasedAt: at, ...rest }));
      return true;
    },
  };
}

import { wakeShards } from '../../ports/ticket-store.ts';

/** The wake shard of a ticket: FNV-1a of its id. Stable for ever, like the number of shards. */
export function wakeShardOf(ticketId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < ticketId.length; at += 1) {
    hash = Math.imul(hash ^ ticketId.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % wakeShards;
}

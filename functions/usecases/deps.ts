import type { City } from '../core/city/city.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Clock } from '../ports/clock.ts';
import type { MatterTables } from '../ports/matter-tables.ts';
import type { EffectQueue, WakeQueue } from '../ports/queues.ts';
import type { TicketStore } from '../ports/ticket-store.ts';

/** What the use cases of a ticket need. */
export interface Deps {
  readonly store: TicketStore;
  readonly wakes: WakeQueue;
  readonly effects: EffectQueue;
  readonly clock: Clock;
  /** The city new tickets are opened under, with its sources to keep. */
  readonly city: City & { readonly sources: string };
  /** The rules a ticket was opened under. Throws when nobody kept them. */
  rulesOf(hash: string): Promise<Rules>;
  /** Told of what could not be sent at once and stays owed: for logs and metrics. */
  deferred(ticketId: string, cause: unknown): void;
  /** Digest of a text as lower-case hex, for ids and for telling bodies apart. */
  digest(text: string): string;
  /** What months came to by matter; absent where nothing counts them: topics then wait to be measured. */
  readonly tables?: MatterTables;
}

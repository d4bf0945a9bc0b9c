import { ticketFormat } from '../../../functions/core/record/ticket-record.ts';
import { NewerFormat } from '../../../functions/ports/newer-format.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { Process } from '../functions/process.ts';

/** Which tickets the newer deployment has written in its own format, and which of them older code has overwritten. */
export class Formats {
  readonly stripped: string[] = [];
  /** Whether old code refuses what it does not know. */
  refuses = true;
  private readonly isNewer: boolean;
  private readonly newer = new Set<string>();

  /** `isNewer`: the second deployment writes a newer format than the first knows. */
  constructor(isNewer: boolean) {
    this.isNewer = isNewer;
  }

  /**
   * The store as the code of a deployment reads it: old code refuses what is newer than it knows, as the reader of items
   * does, and would strip what it does not know if it wrote over it.
   */
  seenBy({ deployment }: Process, store: TicketStore): TicketStore {
    if (!this.isNewer) return store;
    const isOld = deployment === 0;
    const wrote = (ticketId: string) => {
      if (!isOld) this.newer.add(ticketId);
      else if (this.newer.has(ticketId)) this.stripped.push(ticketId);
    };
    return {
      ...store,
      load: async (ticketId) => {
        if (isOld && this.refuses && this.newer.has(ticketId))
          throw new NewerFormat(ticketId, ticketFormat + 1);
        return store.load(ticketId);
      },
      create: async (record) => {
        const created = await store.create(record);
        if (created === 'created') wrote(record.id);
        return created;
      },
      save: async (record, rev) => {
        const saved = await store.save(record, rev);
        if (saved === 'saved') wrote(record.id);
        return saved;
      },
    };
  }
}

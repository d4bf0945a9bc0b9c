import type { EpochMs } from '../../../functions/core/time.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import { wakeShards } from '../../../functions/ports/ticket-store.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { wakeTicket } from '../../../functions/usecases/wake-ticket.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Wakes in one stretch of time: far more than a walk's tickets promise. */
const wakesMax = 1_000_000;

/**
 * Lets time pass up to `until`, waking each ticket at the very instant it asked for, as queue and sweeper do in a
 * deployment. Returns how many wakes there were.
 *
 * @throws Error when tickets go on promising for ever
 */
export async function passTime(tickets: Deps, clock: VirtualClock, until: EpochMs): Promise<number> {
  for (let wakes = 0; wakes < wakesMax; wakes += 1) {
    const next = await earliest(tickets.store, until);
    if (next === undefined) {
      clock.moveTo(until);
      return wakes;
    }
    clock.moveTo(Math.max(clock.now(), next.wakeAt));
    await wakeTicket(tickets, next.ticketId);
  }
  throw new Error(`more than ${wakesMax} wakes before ${until}`);
}

async function earliest(store: TicketStore, until: EpochMs) {
  const shards = Array.from({ length: wakeShards }, (_, shard) => store.due(shard, until, { limit: 1 }));
  const rows = (await Promise.all(shards)).flatMap((page) => page.rows);
  return rows.reduce<(typeof rows)[number] | undefined>(
    (first, row) => (first === undefined || row.wakeAt < first.wakeAt ? row : first),
    undefined,
  );
}

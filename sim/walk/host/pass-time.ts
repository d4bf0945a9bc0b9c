import type { EpochMs } from '../../../functions/core/time.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import { wakeShards } from '../../../functions/ports/ticket-store.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { wake } from '../../../functions/usecases/wake.ts';
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
  const { store } = tickets;
  const first = (shard: number) => firstDue(store, shard, until);
  const heads = await Promise.all(Array.from({ length: wakeShards }, (_, shard) => first(shard)));
  for (let wakes = 0; wakes < wakesMax; wakes += 1) {
    const shard = earliest(heads);
    if (shard === undefined) {
      clock.moveTo(until);
      return wakes;
    }
    const { ticketId, wakeAt } = heads[shard]!;
    clock.moveTo(Math.max(clock.now(), wakeAt));
    await wake(tickets, ticketId);
    // A ticket stays in its shard, so the other shards' first ones are the same as before.
    heads[shard] = await first(shard);
  }
  throw new Error(`more than ${wakesMax} wakes before ${until}`);
}

type Due = { readonly ticketId: string; readonly wakeAt: EpochMs };

const firstDue = async (store: TicketStore, shard: number, until: EpochMs): Promise<Due | undefined> =>
  (await store.due(shard, until, { limit: 1 })).rows[0];

/** The shard whose first ticket is the first of all. */
function earliest(heads: readonly (Due | undefined)[]): number | undefined {
  let found: number | undefined;
  for (const [shard, head] of heads.entries()) {
    if (head !== undefined && (found === undefined || head.wakeAt < heads[found]!.wakeAt)) found = shard;
  }
  return found;
}

import { createHash } from 'node:crypto';
import { memoryEffectQueue } from '../../../functions/adapters/memory/memory-queues.ts';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import { systemClock } from '../../../functions/adapters/system.ts';
import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import { type DurationMs, secondMs } from '../../../functions/core/time.ts';
import { type TicketStore, wakeShards } from '../../../functions/ports/ticket-store.ts';
import type { Deps } from '../../../functions/usecases/deps.ts';
import { sweepDue } from '../../../functions/usecases/sweep-due.ts';
import { horizonMs } from '../../../functions/usecases/wake-soon.ts';
import { wakeTicket } from '../../../functions/usecases/wake-ticket.ts';
import { startStopwatch } from '../stopwatch.ts';
import { type OpenTickets, openTickets } from './open-tickets.ts';
import { timedWakes } from './timed-wakes.ts';

/** How many tickets fall due while it is measured, from when on and over how long: the same however many are open. */
export interface Pace {
  readonly due: number;
  /** Time enough to write them and to time the pages before the first of them falls due. */
  readonly firstAfterMs: DurationMs;
  readonly withinMs: DurationMs;
}

export const usualPace: Pace = { due: 160, firstAfterMs: 12 * secondMs, withinMs: 8 * secondMs };

const pagesTimed = 8 * wakeShards;
const writersMax = 16;

/** What sweeping cost with so many tickets open. */
export interface Growth {
  readonly open: number;
  readonly pageRows: number;
  readonly pageMs: number;
  readonly sweepMs: number;
  readonly sent: number;
  /** How late the promises were kept, sorted. */
  readonly lateMs: readonly DurationMs[];
}

/**
 * Fills a store with open tickets to each of the sizes in turn, lets the same number fall due, and measures one page of a
 * sweep, a whole sweep, and how late the promises are kept, all in real time.
 */
export async function grow(
  store: TicketStore,
  city: LoadedCity,
  { sizes, pace = usualPace }: { readonly sizes: readonly number[]; readonly pace?: Pace },
  onMeasured: (growth: Growth) => void,
): Promise<void> {
  const wakes = timedWakes((ticketId) => wakeTicket(deps, ticketId));
  const deps: Deps = {
    store,
    wakes: wakes.queue,
    effects: memoryEffectQueue(),
    clock: systemClock,
    city,
    rulesOf: async () => city.rules,
    deferred: (_, cause) => {
      throw cause;
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
  // Its own wake, hours away, is none of the benchmark's.
  const tickets = await openTickets({ ...deps, wakes: { send: async () => [] } }, city);
  let open = 0;
  for (const size of sizes) {
    await fill(store, tickets, open, size);
    open = size;
    onMeasured({ open, ...(await measure(deps, tickets, wakes, pace)) });
  }
}

async function fill(store: TicketStore, tickets: OpenTickets, from: number, to: number): Promise<void> {
  const now = systemClock.now();
  await create(store, from, to, (n) => tickets.waiting(n, now));
}

async function create(
  store: TicketStore,
  from: number,
  to: number,
  recordOf: (n: number) => TicketRecord,
): Promise<void> {
  let next = from;
  const write = async () => {
    while (next < to) await store.create(recordOf(next++));
  };
  await Promise.all(Array.from({ length: writersMax }, write));
}

async function measure(
  deps: Deps,
  tickets: OpenTickets,
  wakes: ReturnType<typeof timedWakes>,
  { due, firstAfterMs, withinMs }: Pace,
) {
  const { store, clock } = deps;
  const from = clock.now() + firstAfterMs;
  await create(store, 0, due, (n) => tickets.due(n, from + Math.floor((n * withinMs) / due)));
  const pages: { readonly rows: number; readonly ms: number }[] = [];
  for (let n = 0; n < pagesTimed; n += 1) {
    const seconds = startStopwatch();
    const { rows } = await store.due(n % wakeShards, clock.now() + horizonMs, { limit: 100 });
    pages.push({ rows: rows.length, ms: 1_000 * seconds() });
  }
  const sweep = startStopwatch();
  const { sent } = await sweepDue(deps, Number.POSITIVE_INFINITY);
  const sweepMs = 1_000 * sweep();
  const lateMs = await wakes.lateness();
  return {
    pageRows: pages.reduce((sum, { rows }) => sum + rows, 0) / pages.length,
    pageMs: pages.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(pages.length / 2)]!,
    sweepMs,
    sent,
    lateMs,
  };
}

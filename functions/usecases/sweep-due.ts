import type { DurationMs, EpochMs } from '../core/time.ts';
import { minuteMs } from '../core/time.ts';
import { wakeShards } from '../ports/ticket-store.ts';
import type { Deps } from './deps.ts';
import { wake } from './wake.ts';
import { delaySeconds, horizonMs } from './wake-soon.ts';

/** What is later than this the queue has lost: the sweeper wakes it itself. */
const lostAfterMs: DurationMs = minuteMs;
const pageSize = 100;

export type Swept = {
  readonly sent: number;
  readonly woken: number;
  readonly failed: number;
  /** The age of the oldest promise found unkept. */
  readonly oldestLateMs: DurationMs;
  /** False when the time was used up before every shard was read. */
  readonly complete: boolean;
};

type Tally = { sent: number; woken: number; failed: number; oldestLateMs: number };

/**
 * Reads the wake index once: tickets due within the horizon go to the wake queue with their delay; what is long overdue
 * is woken here, so a dead queue costs at most one sweep. Stops at `until` (epoch ms). Starts at another shard each
 * minute, and a ticket that fails takes one try, so neither a full shard nor a broken ticket starves the others.
 */
export async function sweepDue(deps: Deps, until: EpochMs): Promise<Swept> {
  const start = deps.clock.now();
  const first = Math.floor(start / minuteMs) % wakeShards;
  const tally: Tally = { sent: 0, woken: 0, failed: 0, oldestLateMs: 0 };
  const lost: string[] = [];
  let complete = true;
  for (let i = 0; i < wakeShards; i += 1) {
    complete = (await sweepShard(deps, (first + i) % wakeShards, until, tally, lost)) && complete;
  }
  for (const ticketId of lost) {
    if (deps.clock.now() >= until) return { ...tally, complete: false };
    await wakeLost(deps, ticketId, tally);
  }
  return { ...tally, complete };
}

/** Sends one shard's fresh window and collects what the queue has lost. False when the time is up. */
async function sweepShard(
  deps: Deps,
  shard: number,
  until: EpochMs,
  tally: Tally,
  lost: string[],
): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const now = deps.clock.now();
    if (now >= until) return false;
    const page = await deps.store.due(shard, now + horizonMs, {
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const fresh = page.rows.filter(({ wakeAt }) => wakeAt >= now - lostAfterMs);
    for (const { ticketId, wakeAt } of page.rows) {
      tally.oldestLateMs = Math.max(tally.oldestLateMs, now - wakeAt);
      if (wakeAt < now - lostAfterMs) lost.push(ticketId);
    }
    const unsent = await deps.wakes.send(
      fresh.map(({ ticketId, wakeAt }) => ({ ticketId, delaySeconds: delaySeconds(wakeAt - now) })),
    );
    tally.sent += fresh.length - unsent.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return true;
}

async function wakeLost(deps: Deps, ticketId: string, tally: Tally): Promise<void> {
  try {
    await wake(deps, ticketId);
    tally.woken += 1;
  } catch (cause) {
    tally.failed += 1;
    deps.deferred(ticketId, cause);
  }
}

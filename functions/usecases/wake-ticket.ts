import { thaw } from '../core/record/freeze.ts';
import type { TicketRecord } from '../core/record/ticket-record.ts';
import { type DurationMs, type EpochMs, secondMs } from '../core/time.ts';
import type { Deps } from './deps.ts';
import { keepUp } from './follow-elder.ts';
import { Journal } from './journal.ts';
import { sendOwed } from './send-owed.ts';
import { nextRecord } from './session.ts';
import { delaySeconds, wakeSoon } from './wake-soon.ts';

/**
 * Clocks of instances differ by this much at most: a message this early was meant for this promise. One that is earlier
 * was meant for a promise that a later write moved, and that write, or the sweeper, has sent another. Sending it on as
 * well would let the messages of a ticket only ever grow in number.
 */
const skewMaxMs = 5 * secondMs;
const attemptsMax = 6;

/** What a wake found: how late the promise was kept, or that there was nothing to do yet. */
export type Woken =
  | { readonly kept: number; readonly lateMs: DurationMs }
  | { readonly kept: 0; readonly lateMs: undefined };

/**
 * Keeps what a ticket has promised up to now and sends what it owes. Safe to call at any time and any number of times.
 * Throws when the store or a queue cannot: the message is then delivered again.
 */
export async function wakeTicket(deps: Deps, ticketId: string): Promise<Woken> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const record = await deps.store.load(ticketId);
    if (record?.wakeAt === undefined) return nothing;
    const now = deps.clock.now();
    if (record.wakeAt > now) {
      await wakeAgain(deps, record, now);
      return nothing;
    }
    const rules = await deps.rulesOf(record.rulesHash);
    const t = thaw(record.state, rules);
    const due = t.nextAt;
    const journal = new Journal({ ticketId, rev: record.rev + 1, rules });
    await keepUp(deps, t, record, Math.max(now, t.lastAt), rules, journal);
    if (journal.entries.length === 0 && t.nextAt === due) {
      const settled = await sendOwed(deps, record, rules);
      // Still owed: the sweeper comes back to it each minute; waking at once would go on for as long as the queue is down.
      if ((settled.wakeAt ?? 0) > now) await wakeSoon(deps, settled);
      return nothing;
    }
    const next = nextRecord(record, record, t, journal, rules, now);
    if ((await deps.store.save(next, record.rev)) === 'stale') continue;
    await wakeSoon(deps, await sendOwed(deps, next, rules));
    return { kept: journal.entries.length, lateMs: now - (due + 1) };
  }
  throw new Error('a ticket was written by others at each attempt to wake it');
}

const nothing = { kept: 0, lateMs: undefined } as const;

async function wakeAgain(deps: Deps, { id, wakeAt }: TicketRecord, now: EpochMs): Promise<void> {
  const inMs = wakeAt! - now;
  if (inMs <= skewMaxMs) await deps.wakes.send([{ ticketId: id, delaySeconds: delaySeconds(inMs) }]);
}

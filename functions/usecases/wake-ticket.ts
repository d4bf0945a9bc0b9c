import { thaw } from '../core/record/freeze.ts';
import type { Deps } from './deps.ts';
import { keepUp } from './follow-elder.ts';
import { Journal } from './journal.ts';
import { sendOwed } from './send-owed.ts';
import { nextRecord } from './session.ts';
import { wakeAgain, wakeSoon } from './wake-soon.ts';
import type { Woken } from './woken.ts';

const attemptsMax = 6;

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

import { NEVER } from '../../../core/time.ts';
import { undertakingKind } from '../../../core/undertaking/undertaking-kinds.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../deps.ts';
import { wakeAgain, wakeSoon } from '../../wake-soon.ts';
import type { Woken } from '../../woken.ts';
import { nextUndertaking } from './next-undertaking.ts';
import { sendOwedUndertaking } from './settle-undertaking.ts';
import { UndertakingJournal } from './undertaking-journal.ts';
import { type UndertakingWork, undertakingWorks } from './undertaking-work.ts';

const attemptsMax = 6;

/**
 * Keeps what an undertaking has promised up to now, does one piece of its work if that is due, and sends what it owes. Safe
 * to call at any time and any number of times. Throws when the store or a queue cannot: the message then comes back.
 */
export async function wakeUndertaking(deps: Deps, id: string): Promise<Woken> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const record = await deps.store.loadUndertaking(id);
    if (record?.wakeAt === undefined) return nothing;
    const clock = deps.clock.now();
    if (record.wakeAt > clock) {
      await wakeAgain(deps, record, clock);
      return nothing;
    }
    const next = await keepUp(deps, record);
    if (next === undefined) {
      const settled = await sendOwedUndertaking(deps, record);
      // Still owed: the sweeper comes back each minute; waking at once would go on for as long as the queue is down.
      if ((settled.wakeAt ?? 0) > clock) await wakeSoon(deps, settled);
      return nothing;
    }
    if ((await deps.store.saveUndertaking(next, record.rev)) === 'stale') continue;
    await wakeSoon(deps, await sendOwedUndertaking(deps, next));
    return { kept: next.history.length - record.history.length, lateMs: clock - record.wakeAt };
  }
  throw new Error('an undertaking was written by others at each attempt to wake it');
}

const nothing = { kept: 0, lateMs: undefined } as const;

/** The record with its promises kept and a piece of work done; undefined when there was nothing to do. */
async function keepUp(deps: Deps, record: UndertakingRecord): Promise<UndertakingRecord | undefined> {
  const rules = await deps.rulesOf(record.rulesHash);
  const kind = undertakingKind(record.kind);
  const clock = deps.clock.now();
  const now = Math.max(clock, record.lastAt);
  const journal = new UndertakingJournal(record.history.length);
  const before = kind.state.parse(record.state);
  const kept = kind.nextPromiseAt(before) < now ? kind.keep(before, now, rules, journal) : before;
  if ((kind.workAt?.(kept) ?? NEVER) > now) {
    return kept === before ? undefined : nextUndertaking(record, record, kept, journal, kind, clock);
  }
  const present = { ...record, state: kept as Record<string, unknown> };
  let command: Awaited<ReturnType<UndertakingWork>>;
  try {
    command = await undertakingWorks[record.kind]!(deps, present, rules);
  } catch (cause) {
    if (kept === before) throw cause;
    // What was promised does not wait for work that fails: it is written, and the work is due at once again.
    deps.deferred(record.id, cause);
    return nextUndertaking(record, record, kept, journal, kind, clock);
  }
  const done = kind.decide(kept, command, { unit: 'clock' }, now, rules, journal);
  if (!done.ok) throw new Error(`the work of ${record.id} was refused: ${done.error.code}`);
  return nextUndertaking(record, record, done.value, journal, kind, clock);
}

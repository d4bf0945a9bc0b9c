import { scheduler } from 'node:timers/promises';
import { thaw } from '../../../functions/core/record/freeze.ts';
import { wakeAt } from '../../../functions/core/ticket/promises.ts';
import { type DurationMs, type EpochMs, secondMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';
import { standing } from '../../check/checker.ts';
import { dueAt } from '../../check/due-at.ts';
import type { Facts } from '../../check/facts.ts';
import type { QueueStand } from './soak-servers.ts';

const lookAgainMs = 500;
/** What falls due while nobody fails is kept by the second; a busy machine may need one more. */
const keptWithinMs = 3 * secondMs;

/** What is still to be done in a repaired world, a word each; nothing when it is calm. */
export function unrest(
  facts: Facts,
  queues: readonly QueueStand[],
  inFlight: number,
  now: EpochMs,
): readonly string[] {
  const due = standing(facts).filter(({ state, rulesHash }) => {
    const { rules } = facts.cities.get(rulesHash)!;
    return now - wakeAt(thaw(state, rules)) > keptWithinMs;
  });
  const owing = standing(facts).filter(({ owed }) => owed.length > 0);
  const matters = [...facts.undertakings.values()].filter((written) => {
    const { record } = written.at(-1)!;
    return record.owed.length + record.listsOwed.length > 0 || now - dueAt(record) > keptWithinMs;
  });
  const messages = queues
    .filter(({ name }) => !name.includes('DeadLetters') && !name.includes('Wake'))
    .flatMap(({ bodies }) => bodies);
  const counts = {
    'requests unanswered': inFlight,
    'tickets due': due.length,
    'tickets that owe': owing.length,
    'matters due': matters.length,
    'messages in queues': messages.length,
  };
  return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
}

/** Looks until nothing is left to be done, for `maxMs` at most. */
export async function waitForCalm(
  look: () => readonly string[],
  { clock, maxMs, told }: { clock: Clock; maxMs: DurationMs; told: (line: string) => void },
): Promise<void> {
  const until = clock.now() + maxMs;
  let said = '';
  while (clock.now() < until) {
    const left = look();
    if (left.length === 0) return;
    if (left.join() !== said) told(`waiting: ${left.join(', ')}`);
    said = left.join();
    await scheduler.wait(lookAgainMs);
  }
}

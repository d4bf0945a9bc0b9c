import { isDeepStrictEqual } from 'node:util';
import type { HistoryEntry, TicketRecord } from '../../functions/core/record/ticket-record.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';
import { liveAgain } from './live-again.ts';

/** A stored history is the one that the rules make of the same commands: every promise once, at its own time. */
export const promisesOnce: Checker = {
  name: 'promises-once',
  promise: 'a promise takes effect exactly once, stamped with its own time',
  phase: 'safety',
  atEnd: (facts) => standing(facts).flatMap((record) => differences(record, facts)),
};

function differences(record: TicketRecord, facts: Facts): readonly string[] {
  const life = liveAgain(record, facts);
  const refused = life.faults
    .filter(({ kind }) => kind !== 'forbidden')
    .map(({ what }) => `${record.id}: ${what}`);
  if (refused.length > 0) return refused;
  const stored = record.history.map(told);
  const lived = life.history.map(told);
  const differs = stored.findIndex((entry, n) => !isDeepStrictEqual(entry, lived[n]));
  if (differs >= 0) {
    const said = JSON.stringify(lived[differs]);
    return [`${record.id}: entry ${differs + 1} is ${JSON.stringify(stored[differs])}, not ${said}`];
  }
  // A promise of the very instant of the last entry is kept by whoever comes next.
  const unkept = lived.slice(stored.length).find(({ at }) => at < stored.at(-1)!.at);
  return unkept === undefined ? [] : [`${record.id} has skipped ${JSON.stringify(unkept)}`];
}

const told = ({ commandDigest: _, ...entry }: HistoryEntry) => entry;

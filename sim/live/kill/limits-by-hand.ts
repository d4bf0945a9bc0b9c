import { type DurationMs, hourMs } from '../../../functions/core/time.ts';
import type { CaseFile } from '../../../functions/usecases/read-ticket.ts';

/** Limits of the pack as a person reads them there, in the city's own time: what follows what, and how long after. */
const limits = [
  { event: 'signOverdue', after: 'dispatched', lengthMs: 2 * hourMs },
  { event: 'contactOverdue', after: 'dispatched', lengthMs: 24 * hourMs },
] as const;

/** Rungs of the two hours of an urgent ticket: at half, at four fifths, at the deadline, a day after it. */
const rungsMs: readonly DurationMs[] = [1 * hourMs, 1.6 * hourMs, 2 * hourMs, 26 * hourMs];

/**
 * Compares times in histories with plain arithmetic on the pack's limits, without the rules' own code: how many times
 * were compared, and which tickets have another one.
 */
export function compareByHand(
  files: readonly CaseFile[],
  speed: number,
): { compared: number; wrong: string[] } {
  let compared = 0;
  const wrong: string[] = [];
  const compare = (file: CaseFile, found: string | undefined, wantedAt: number) => {
    if (found === undefined) return;
    compared += 1;
    if (Math.abs(Date.parse(found) - wantedAt) > 1) wrong.push(`${file.ticket.sourceKey} ${found}`);
  };
  for (const file of files) {
    const timeOf = (event: string) => file.history.find((line) => line.event === event)?.at;
    const dispatchedAt = Date.parse(timeOf('dispatched') ?? '');
    for (const { event, lengthMs } of limits) compare(file, timeOf(event), dispatchedAt + lengthMs / speed);
    if (file.ticket.tier !== 'emergency') continue;
    const rungs = file.history.filter(({ event }) => event === 'rungClimbed');
    for (const [n, { at }] of rungs.entries()) compare(file, at, dispatchedAt + rungsMs[n]! / speed);
  }
  return { compared, wrong };
}

import { setImmediate } from 'node:timers/promises';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { Agenda } from './agenda.ts';

/** More steps than any world takes: one that never rests throws instead of going on for ever. */
const stepsMax = 3_000_000;

/**
 * Lets the world go on up to and including `until`, or until `isOver`. After each step every promise that can go on does
 * so until all of them wait for the world again: `setImmediate` comes after the last microtask, and no port waits for
 * anything but the agenda. So a run is the same whatever machine it is on.
 */
export async function runUntil(agenda: Agenda, until: EpochMs, isOver: () => boolean = never): Promise<void> {
  await setImmediate();
  for (let steps = 0; agenda.nextAt <= until && !isOver(); steps += 1) {
    if (steps > stepsMax) throw new Error(`the world took more than ${stepsMax} steps before ${until}`);
    agenda.step();
    await setImmediate();
  }
  if (!isOver() && agenda.now < until && Number.isFinite(until)) agenda.now = until;
}

const never = () => false;

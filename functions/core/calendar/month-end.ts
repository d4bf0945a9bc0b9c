import type { DurationMs, EpochMs } from '../time.ts';

/** The last millisecond of the month that `at` lies in, at a fixed offset from UTC. */
export function monthEndOf(at: EpochMs, utcOffsetMs: DurationMs): EpochMs {
  const local = new Date(at + utcOffsetMs);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1) - utcOffsetMs - 1;
}

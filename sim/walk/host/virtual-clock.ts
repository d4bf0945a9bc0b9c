import type { EpochMs } from '../../../functions/core/time.ts';
import type { Clock } from '../../../functions/ports/clock.ts';

/** A clock that stands still until it is moved on. It never goes back. */
export interface VirtualClock extends Clock {
  moveTo(at: EpochMs): void;
}

/** A clock that shows `startAt` to begin with. `moveTo` throws a RangeError for an instant already past. */
export function virtualClock(startAt: EpochMs): VirtualClock {
  let now = startAt;
  return {
    now: () => now,
    moveTo: (at) => {
      if (at < now) throw new RangeError(`the clock cannot go back from ${now} to ${at}`);
      now = at;
    },
  };
}

import type { EpochMs } from '../../functions/core/time.ts';
import { askForTime } from './asking-time.ts';
import type { City } from './city.ts';
import { Live, LiveFlag, liveWidth, Stage } from './live-tickets.ts';
import { isLookedAfter, nextLookAt } from './next-look.ts';
import { wake } from './ticket-plan.ts';

/** Somebody looks at a ticket now because of what has fallen due: its lead may ask for more time. */
export function look(city: City, row: number, stage: Stage): void {
  wake(city, row);
  const t = city.live.ticket.read(row);
  const flags = city.live.words[row * liveWidth + Live.flags]!;
  const isBusy = stage === Stage.queue || stage === Stage.work || stage === Stage.outside;
  if (isBusy && t.rung > 0 && (flags & LiveFlag.asked) === 0) askForTime(city, row, t);
}

/**
 * Takes every look at a ticket that was due before `until`, each at its own instant. Nobody but the lead is concerned, so
 * it is enough to do so before the next step, or before a month's boards come out. Time then stands at `until`.
 */
export function lookBefore(city: City, row: number, until: EpochMs): void {
  if (city.runsAhead && city.live.ticket.read(row).nextAt < until) lookEach(city, row, until);
  city.now = until;
}

function lookEach(city: City, row: number, until: EpochMs): void {
  const t = city.live.ticket;
  const stage = city.live.words[row * liveWidth + Live.stage]! as Stage;
  if (!isLookedAfter(stage)) return;
  for (let at = nextLookAt(city, row, t, stage) + 1; at < until; at = nextLookAt(city, row, t, stage) + 1) {
    city.now = at;
    look(city, row, stage);
  }
}

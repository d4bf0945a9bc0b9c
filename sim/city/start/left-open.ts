import { type EpochMs, NEVER } from '../../../functions/core/time.ts';
import type { City } from '../city.ts';
import { drawMs } from '../length-law.ts';
import { Luck } from '../luck.ts';
import { moveInHand } from '../ticket-plan.ts';
import { At, type PastLife } from './past-life.ts';

/**
 * A past ticket whose work ends now (`city.now`), if it is answered only after the run and nothing falls due on it in the
 * measured time: all that can be seen of it is that it is in hand, and perhaps overdue. Counts it so. False for others.
 */
export function leaveOpen(city: City, life: PastLife): boolean {
  const { params, endAt, now } = city;
  const hours = params.outsideHours[life.tier]!;
  if (hours === 0 || life.getsTime) return false;
  if (now + drawMs(params.outside, hours, life.word, Luck.outside, 0) <= endAt) return false;
  if (climbsInSight(city, life)) return false;
  moveInHand(city, life.lead, 1);
  if (life.times[At.due]! < city.warmUp.endsAt) {
    city.overdueOpen += 1;
    city.overdueOn[city.dayOf(now)]! += 1;
  }
  return true;
}

/** Whether the ladder has a rung for it in the measured time: climbing is counted, and the deadline is one of the rungs. */
function climbsInSight({ rules, warmUp, endAt }: City, life: PastLife): boolean {
  const { ladder, tiers } = rules;
  const { calendar, limitMs } = tiers[life.tier]!;
  if (limitMs === NEVER) return false;
  for (let rung = 0; rung < ladder.count; rung += 1) {
    const afterMs = Math.round(limitMs * ladder.share[rung]!) + ladder.afterMs[rung]!;
    const at: EpochMs = calendar.add(life.runsFrom, afterMs);
    if (at >= warmUp.endsAt && at <= endAt) return true;
  }
  return false;
}

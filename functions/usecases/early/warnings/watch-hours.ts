import { areasOf } from '../../../core/early/areas.ts';
import { hourOf, hourStart } from '../../../core/early/watch/hour-of.ts';
import { newCityWatch } from '../../../core/early/watch/new-watch.ts';
import { thresholdsOf, type WatchContext } from '../../../core/early/watch/watch-context.ts';
import type { EpochMs } from '../../../core/time.ts';
import type { Deps } from '../../deps.ts';
import { watchHour } from './watch-hour.ts';

/** What one run of the watch did. */
export interface Watched {
  readonly hours: number;
  readonly warnings: number;
  readonly measured: number;
  /** Sightings that came after their hour was watched: they count for what is usual, not as evidence. */
  readonly late: number;
  /** Sightings that came too late even for that are not looked for. False when time or a race cut the run short. */
  readonly complete: boolean;
}

const none: Watched = { hours: 0, warnings: 0, measured: 0, late: 0, complete: true };

/**
 * Watches every hour that is closed and was not watched yet, oldest first, until `until` (epoch ms). An hour is closed the
 * pack's time after its end, so that no warning is given before all of it can be known. Safe to call at any time, any number
 * of times and twice at once: each item's hour is one conditional write, and what it brings to tell is told again after a
 * crash, which changes nothing.
 */
export async function watchHours(deps: Deps, until: EpochMs): Promise<Watched> {
  const { city, clock, store } = deps;
  const { rules } = city;
  const { warning, forecast } = rules.early;
  if (warning === undefined) return none;
  const areas = areasOf(rules.units);
  const shared = {
    areas,
    rules: warning,
    forecast,
    thresholds: thresholdsOf(warning, rules.items.count, areas.counts),
  };
  let done = none;
  for (;;) {
    const now = clock.now();
    const head = (await store.loadCityWatch()) ?? { watch: newCityWatch(hourOf(now, rules)), rev: 0 };
    const hour = head.watch.next;
    if (now <= hourStart(hour + 1, rules) + warning.closesAfterMs) {
      // The first run says from when on the city is watched.
      if (head.rev === 0) await store.saveCityWatch(head.watch, 0);
      return done;
    }
    if (now >= until) return { ...done, complete: false };
    const context: WatchContext = { ...shared, city: head.watch };
    const hourDone = await watchHour(deps, context, head.rev);
    if (hourDone === 'raced') return { ...done, complete: false };
    done = {
      hours: done.hours + 1,
      warnings: done.warnings + hourDone.warnings,
      measured: done.measured + hourDone.measured,
      late: done.late + hourDone.late,
      complete: true,
    };
  }
}

import type { WallHour } from '../../../core/early/hour-slot.ts';
import { learnCityHour, type PlaceCounts, refitCity } from '../../../core/early/watch/learn-hours.ts';
import { newItemWatch } from '../../../core/early/watch/new-watch.ts';
import type { WatchContext } from '../../../core/early/watch/watch-context.ts';
import { isOnWatch, watchItemHour } from '../../../core/early/watch/watch-item-hour.ts';
import type { Deps } from '../../deps.ts';
import { eachRow } from '../../each-row.ts';
import { everyItemWatch } from './every-item-watch.ts';
import { tellOutcome } from './tell-outcome.ts';

/** What one hour brought. */
interface HourDone {
  readonly warnings: number;
  readonly measured: number;
  readonly late: number;
}

/**
 * Watches the city's next hour: each item in one conditional write, then what it has to tell, the city last. Whatever a
 * crash leaves out is done by the next run, and what was done is skipped. `raced`: another run was there first.
 */
export async function watchHour(deps: Deps, context: WatchContext, rev: number): Promise<HourDone | 'raced'> {
  const { store } = deps;
  const { city, rules } = context;
  const hour = city.next;
  const oldHour = hour - rules.level.lagHours;
  refitCity(city, hour, context);
  const [seen, old, watches] = await Promise.all([
    readHour(deps, hour),
    oldHour < city.since ? none : readHour(deps, oldHour),
    everyItemWatch(store),
  ]);
  let warnings = 0;
  let measured = 0;
  for (const item of new Set([...seen.items.keys(), ...old.items.keys(), ...watches.keys()])) {
    const stored = watches.get(item);
    const counts = seen.items.get(item) ?? nothing;
    const learnt = old.items.get(item) ?? nothing;
    const isTouched = counts.size > 0 || learnt.size > 0;
    const wasDone = stored !== undefined && stored.watch.through >= hour;
    if (!wasDone && !isTouched && !isOnWatch(stored!.watch, item, hour, context)) continue;
    const watch = stored?.watch ?? newItemWatch(hour, rules.level.lagHours);
    const outcome = watchItemHour(watch, { item, hour, counts, old: learnt }, context);
    if (!wasDone && (await store.saveItemWatch(item, watch, stored?.rev ?? 0)) === 'stale') return 'raced';
    await tellOutcome(deps, item, outcome, context);
    warnings += outcome.alarms.length;
    measured += outcome.measured.length;
  }
  const late = old.total - (city.counted[oldHour] ?? old.total);
  learnCityHour(city, oldHour, old.places, context);
  delete city.counted[oldHour];
  city.counted[hour] = seen.total;
  city.next = hour + 1;
  return (await store.saveCityWatch(city, rev)) === 'stale' ? 'raced' : { warnings, measured, late };
}

interface HourCounts {
  readonly items: ReadonlyMap<string, PlaceCounts>;
  /** All items together. */
  readonly places: PlaceCounts;
  readonly total: number;
}

const nothing: PlaceCounts = new Map();
const none: HourCounts = { items: new Map(), places: nothing, total: 0 };

async function readHour({ store }: Deps, hour: WallHour): Promise<HourCounts> {
  const items = new Map<string, Map<string, number>>();
  const places = new Map<string, number>();
  let total = 0;
  await eachRow(
    (page) => store.sightings(hour, page),
    ({ item, place = '' }) => {
      let counts = items.get(item);
      if (counts === undefined) {
        counts = new Map();
        items.set(item, counts);
      }
      counts.set(place, (counts.get(place) ?? 0) + 1);
      places.set(place, (places.get(place) ?? 0) + 1);
      total += 1;
    },
  );
  return { items, places, total };
}

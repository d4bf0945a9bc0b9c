import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import { hourStart } from '../../functions/core/early/watch/hour-of.ts';
import type { CityWatch, ItemWatch } from '../../functions/core/early/watch/watch-state.ts';
import type { Deps } from '../../functions/usecases/deps.ts';
import { watchHours } from '../../functions/usecases/early/warnings/watch-hours.ts';
import type { Checker } from './checker.ts';
import { undertakingsOf } from './undertakings-of.ts';

/** What the watch has come to, through races and crashes, is what one run without any would have come to. */
export const warningsRecounted: Checker = {
  name: 'warnings-recounted',
  promise: 'the watch warns of what its hours brought, each hour taken once, and of nothing else',
  phase: 'liveness',
  atEnd: async (facts) => {
    const first = facts.watched[0];
    const last = facts.watched.findLast(({ item }) => item === undefined)?.watch as CityWatch | undefined;
    if (first === undefined || last === undefined || facts.cities.size > 1) return [];
    const store = memoryTicketStore();
    await store.saveCityWatch(first.watch as CityWatch, 0);
    const city = [...facts.cities.values()][0]!;
    const closedAt = (hour: number) => hourStart(hour + 1, city.rules) - facts.skewMaxMs;
    for (const { sighting, at } of facts.sightings) {
      // What came as its hour was being watched may or may not have been counted.
      if (at > first.at && sighting.hour < last.next && at >= closedAt(sighting.hour)) return [];
      await store.putSighting(sighting);
    }
    const rulesOf = async () => city.rules;
    const clock = {
      now: () => hourStart(last.next, city.rules) + city.rules.early.warning!.closesAfterMs + 1,
    };
    const silent = { send: async () => [] };
    const deps: Deps = {
      store,
      wakes: silent,
      effects: silent,
      clock,
      city,
      rulesOf,
      deferred: () => undefined,
      digest: facts.digest,
    };
    await watchHours(deps, Number.POSITIVE_INFINITY);
    const { rows } = await store.itemWatches({ limit: 100 });
    const wrong = rows.flatMap(({ item, watch }) => {
      const is = facts.watched.findLast((write) => write.item === item)?.watch as ItemWatch | undefined;
      return JSON.stringify(is?.streams) === JSON.stringify(watch.streams) && is?.through === watch.through
        ? []
        : [`the watch of ${item} is not what its hours make`];
    });
    const should = new Set(
      (
        await store.listUndertakings(`warning/${city.rules.units.codes[city.rules.units.city]}`, {
          limit: 100,
        })
      ).rows.map(({ id }) => id),
    );
    const raised = new Set(undertakingsOf(facts, 'warning').map(({ id }) => id));
    const missing = [...should].filter((id) => !raised.has(id)).map((id) => `${id} was never raised`);
    return [
      ...wrong,
      ...missing,
      ...[...raised].filter((id) => !should.has(id)).map((id) => `${id} was raised over nothing`),
    ];
  },
};

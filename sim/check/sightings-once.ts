import { hourOf, hourStart } from '../../functions/core/early/watch/hour-of.ts';
import type { CityWatch } from '../../functions/core/early/watch/watch-state.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';

/** Each ticket is seen once, in the hour in which its item became known; each hour is counted once, with all it brought. */
export const sightingsOnce: Checker = {
  name: 'sightings-once',
  promise: 'a sighting is counted once, in its own hour',
  phase: 'safety',
  atEnd: (facts) => [...seen(facts), ...counted(facts)],
};

function seen(facts: Facts): readonly string[] {
  const ids = facts.sightings.map(({ sighting }) => sighting.ticketId);
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n);
  const wrong = standing(facts).flatMap(({ id, rulesHash, owed }) => {
    const { rules } = facts.cities.get(rulesHash)!;
    const known = facts.versions.get(id)!.find(({ record }) => record.state.item !== undefined);
    const due = known?.record.owed.find(({ kind }) => kind === 'sighting');
    const put = facts.sightings.find(({ sighting }) => sighting.ticketId === id)?.sighting;
    if (due === undefined)
      return put === undefined ? [] : [`${id} was seen and is none that the watch asks for`];
    if (put === undefined)
      return owed.some(({ kind }) => kind === 'sighting') ? [] : [`${id} was never seen`];
    const isRight = put.hour === hourOf(due.at, rules) && put.item === due.item;
    return isRight ? [] : [`${id} was seen in hour ${put.hour} about ${put.item}`];
  });
  return [...twice.map((id) => `${id} was seen twice`), ...wrong];
}

/** The city's own count of an hour is what had been put when the hour closed, and no more than when it was watched. */
function counted(facts: Facts): readonly string[] {
  const { rules } = [...facts.cities.values()][0]!;
  const writes = facts.watched.filter(({ item }) => item === undefined);
  return writes.slice(1).flatMap(({ watch, at }, n) => {
    const before = writes[n]!.watch as CityWatch;
    const { next, counted: counts } = watch as CityWatch;
    if (next !== before.next + 1) return [`the watch goes from hour ${before.next} to ${next}`];
    const hour = before.next;
    const puts = facts.sightings.filter(({ sighting }) => sighting.hour === hour);
    const closesAt = hourStart(hour + 1, rules) - facts.skewMaxMs;
    const least = puts.filter((put) => put.at < closesAt || put.at <= writes[0]!.at).length;
    const most = puts.filter((put) => put.at <= at).length;
    const count = counts[hour] ?? 0;
    return count >= least && count <= most
      ? []
      : [`hour ${hour} counts ${count} of ${least} to ${most} sightings`];
  });
}

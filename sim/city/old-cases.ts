import { dayMs } from '../../functions/core/time.ts';
import { discrete } from '../engine/distributions/discrete.ts';
import { arrive, kindIndexes } from './arrivals.ts';
import type { City } from './city.ts';
import type { Contact } from './contact.ts';
import { logNormalLength } from './length-law.ts';
import { Luck } from './luck.ts';

/** Loads the old cases (积案) of the scenario as the run begins: opened in the past, so that past limits press nobody. */
export function loadOldCases(city: City): void {
  const { load } = city.setup.scenario;
  const { tickets, ageDays } = load.backlog;
  if (tickets.value === 0) return;
  const { items, places, placeWeights } = city.plans[0]!;
  const itemOf = discrete([...items]);
  const placeOf = discrete([...placeWeights]);
  const kindOf = discrete(Object.values(load.kinds.value));
  const kinds = kindIndexes(city.params.kinds);
  const stream = city.streams.of('old cases');
  const age = logNormalLength(ageDays.value);
  for (let n = 0; n < tickets.value; n += 1) {
    const word = stream.next32();
    const contact: Contact = {
      item: itemOf.draw(stream),
      place: places[placeOf.draw(stream)]!,
      flags: 0,
      word,
      caller: word,
      address: word,
      cause: 0,
    };
    const ageMs = Math.ceil(age.mean * dayMs * age.factor(word, Luck.age, 0));
    arrive(city, contact, kinds[kindOf.draw(stream)]!, ageMs);
  }
}

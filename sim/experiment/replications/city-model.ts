import type { CitySetup } from '../../city/city-setup.ts';
import { openCity } from '../../city/run-city.ts';
import type { RunResult } from '../../city/run-result.ts';
import { toResult } from '../../city/to-result.ts';

/** Requests that become tickets between two looks at a run's progress. */
const requestsApart = 2_048;

/** The model of a city: one replication, that says now and then which share of the expected requests has come. */
export function* runCity(setup: CitySetup): Generator<number, RunResult> {
  const { scenario, days = scenario.days } = setup;
  const expected = scenario.load.contactsPerDay.value * scenario.load.dispatchShare.value * days;
  const { city, events, advance } = openCity(setup);
  for (let requests = requestsApart; !advance(requestsApart); requests += requestsApart) {
    yield Math.min(0.99, requests / expected);
  }
  return toResult(city, events);
}

import type { CitySetup } from '../../city/city-setup.ts';
import { simulate } from '../../city/run-city.ts';
import type { RunResult } from '../../city/run-result.ts';
import { toResult } from '../../city/to-result.ts';

/** Looks at a run's progress once in so many requests that become tickets. */
const requestsApart = 2_048;

/**
 * The model of a city, as a worker thread runs it: one replication, that says now and then which share of the expected
 * requests has come.
 */
export function runCity(setup: CitySetup, onProgress: (share: number) => void): RunResult {
  const { scenario, days = scenario.days } = setup;
  const expected = scenario.load.contactsPerDay.value * scenario.load.dispatchShare.value * days;
  let requests = 0;
  const { city, events } = simulate(setup, {
    isEnough: () => {
      requests++;
      if (requests % requestsApart === 0) onProgress(Math.min(0.99, requests / expected));
      return false;
    },
  });
  return toResult(city, events);
}

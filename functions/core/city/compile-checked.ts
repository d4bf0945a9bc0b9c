import { compileCalendar } from '../calendar/calendar.ts';
import { compilePlaces } from '../places/compile-places.ts';
import { err, ok, type Result } from '../result.ts';
import { compileRules } from '../rules/compile-rules.ts';
import { compileTriage } from '../triage/compile-triage.ts';
import type { CheckedCity } from './checked-city.ts';
import type { City } from './city.ts';
import type { CityProblem } from './city-problem.ts';
import type { CitySources } from './city-sources.ts';

/**
 * Compiles a city whose sources have been checked. It loads no schema, so that a function starts without them.
 *
 * @param hash names the sources; `adapters/rules` computes it
 * @param sources how fast the city lives, and its files' names for messages
 */
export function compileChecked(
  hash: string,
  { files, speed }: Pick<CitySources, 'files' | 'speed'>,
  { directory, catalogue, policy, duties, calendars, outlines }: CheckedCity,
): Result<City, readonly CityProblem[]> {
  const rules = compileRules({
    hash,
    policy,
    directory,
    catalogue,
    duties,
    calendars: new Map(calendars.map((data) => [data.id, compileCalendar(data, { speed })])),
    speed,
  });
  if (!rules.ok) return err(rules.error.map((problem) => ({ ...problem, file: files.pack })));
  return ok({
    rules: rules.value,
    places: compilePlaces(directory, outlines),
    triage: compileTriage(catalogue),
  });
}

import { compileCalendar } from '../calendar/calendar.ts';
import { compilePlaces } from '../places/compile-places.ts';
import { err, ok, type Result } from '../result.ts';
import { compileRules } from '../rules/compile-rules.ts';
import type { Rules } from '../rules/rules.ts';
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
  sources: Pick<CitySources, 'files' | 'speed'>,
  checked: CheckedCity,
): Result<City, readonly CityProblem[]> {
  const rules = compileCheckedRules(hash, sources, checked);
  if (!rules.ok) return rules;
  const { directory, catalogue, outlines } = checked;
  return ok({
    rules: rules.value,
    places: compilePlaces(directory, outlines),
    triage: compileTriage(catalogue),
  });
}

/** As `compileChecked`, for whoever decides and reads no addresses or texts. */
export function compileCheckedRules(
  hash: string,
  { files, speed }: Pick<CitySources, 'files' | 'speed'>,
  { directory, catalogue, policy, duties, calendars }: CheckedCity,
): Result<Rules, readonly CityProblem[]> {
  const rules = compileRules({
    hash,
    policy,
    directory,
    catalogue,
    duties,
    calendars: new Map(calendars.map((data) => [data.id, compileCalendar(data, { speed })])),
    speed,
  });
  return rules.ok ? rules : err(rules.error.map((problem) => ({ ...problem, file: files.pack })));
}

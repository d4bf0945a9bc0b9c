import { checkCity } from '../../../functions/core/city/check-city.ts';
import type { CheckedCity } from '../../../functions/core/city/checked-city.ts';
import type { CityProblem } from '../../../functions/core/city/city-problem.ts';
import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import type { Result } from '../../../functions/core/result.ts';

const known = new WeakMap<CitySources, Result<CheckedCity, readonly CityProblem[]>>();

/** The sources as their schemas read them, or what is wrong with them. Done once: it takes longer than compiling them. */
export function checkedCity(sources: CitySources): Result<CheckedCity, readonly CityProblem[]> {
  const checked = known.get(sources) ?? checkCity(sources);
  known.set(sources, checked);
  return checked;
}

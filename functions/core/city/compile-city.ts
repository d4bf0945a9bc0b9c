import type { Result } from '../result.ts';
import { checkCity } from './check-city.ts';
import type { City } from './city.ts';
import type { CityProblem } from './city-problem.ts';
import type { CitySources } from './city-sources.ts';
import { compileChecked } from './compile-checked.ts';

/**
 * Checks and compiles a city from its sources (parsed JSON, not yet trusted).
 *
 * @param hash names the sources; `adapters/rules` computes it
 * @param shapes the outlines file, where the directory names one
 */
export function compileCity(
  hash: string,
  sources: CitySources,
  shapes?: unknown,
): Result<City, readonly CityProblem[]> {
  const checked = checkCity(sources, shapes);
  return checked.ok ? compileChecked(hash, sources, checked.value) : checked;
}

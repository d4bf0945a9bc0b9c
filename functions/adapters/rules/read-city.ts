import type { City } from '../../core/city/city.ts';
import type { CityProblem } from '../../core/city/city-problem.ts';
import { compileCity } from '../../core/city/compile-city.ts';
import { ok, type Result } from '../../core/result.ts';
import { hashOf } from './hash-of.ts';
import { readSources, type SourcesChoice } from './read-sources.ts';

export type CityChoice = SourcesChoice & { readonly speed: number };

export type LoadedCity = City & { readonly sources: string };

/** Reads and compiles a city with a policy pack. Each problem names its file, path and reason. */
export function readCity({ speed, ...choice }: CityChoice): Result<LoadedCity, readonly CityProblem[]> {
  const read = readSources(choice);
  if (!read.ok) return read;
  const chosen = { ...read.value.sources, speed };
  const sources = JSON.stringify(chosen);
  const compiled = compileCity(hashOf(sources), chosen, read.value.shapes);
  return compiled.ok ? ok({ ...compiled.value, sources }) : compiled;
}

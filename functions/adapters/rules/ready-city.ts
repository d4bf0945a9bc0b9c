import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedCity } from '../../core/city/checked-city.ts';
import type { CityProblem } from '../../core/city/city-problem.ts';
import type { CitySources } from '../../core/city/city-sources.ts';
import { compileChecked } from '../../core/city/compile-checked.ts';
import { ok, type Result } from '../../core/result.ts';
import { hashOf } from './hash-of.ts';
import type { CityChoice, LoadedCity } from './read-city.ts';

/** A city that was read and checked when the functions were bundled, so that none of them does it at each start. */
export interface ReadyCity {
  readonly hash: string;
  /** The sources as they are kept under their hash, at the speed of life. */
  readonly sources: string;
  readonly files: CitySources['files'];
  readonly checked: CheckedCity;
}

/** Where a city is kept ready, from the folder of a function's data. */
export const readyFile = (city: string, pack: string): string => `ready/${city}.${pack}.json`;

/**
 * The city that came ready with a function: what `readCity` gives for the same choice.
 *
 * @returns `undefined` where it was not made ready
 */
export function readReadyCity({
  dataDir,
  city,
  pack,
  speed,
}: CityChoice): Result<LoadedCity, readonly CityProblem[]> | undefined {
  const file = join(dataDir, readyFile(city, pack));
  if (!existsSync(file)) return undefined;
  // Written by the very code it is bundled with.
  const ready = JSON.parse(readFileSync(file, 'utf8')) as ReadyCity;
  const isLife = speed === 1;
  const sources = isLife ? ready.sources : JSON.stringify({ ...JSON.parse(ready.sources), speed });
  const hash = isLife ? ready.hash : hashOf(sources);
  const compiled = compileChecked(hash, { files: ready.files, speed }, ready.checked);
  return compiled.ok ? ok({ ...compiled.value, sources }) : compiled;
}

import { checkCity } from '../../core/city/check-city.ts';
import type { CityProblem } from '../../core/city/city-problem.ts';
import { compileChecked } from '../../core/city/compile-checked.ts';
import { ok, type Result } from '../../core/result.ts';
import { hashOf } from './hash-of.ts';
import { readSources, type SourcesChoice } from './read-sources.ts';
import type { ReadyCity } from './ready-city.ts';

/** Reads, checks and, to be sure that it runs, compiles a city for functions to start with. */
export function makeReady(choice: SourcesChoice): Result<ReadyCity, readonly CityProblem[]> {
  const read = readSources(choice);
  if (!read.ok) return read;
  const { sources: chosen, shapes } = read.value;
  const checked = checkCity(chosen, shapes);
  if (!checked.ok) return checked;
  const sources = JSON.stringify(chosen);
  const hash = hashOf(sources);
  const compiled = compileChecked(hash, chosen, checked.value);
  return compiled.ok ? ok({ hash, sources, files: chosen.files, checked: checked.value }) : compiled;
}

import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import { compileCity } from '../../../functions/core/city/compile-city.ts';
import { parseDirectory } from '../../../functions/core/directory/parse-directory.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { CitySetup } from '../../city/city-setup.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import { sourcesHash } from './choose-pack.ts';

/** One thing to simulate: a scenario under rules, as plain data that a worker thread can be sent. */
export interface Variant {
  readonly scenario: Scenario;
  readonly sources: CitySources;
  readonly seed: number;
  /** Undefined: the scenario's own. */
  readonly days: number | undefined;
}

/** What a variant compiles to; only the replication is missing. */
export type CompiledVariant = Omit<CitySetup, 'replication'>;

/** Compiles a variant's city and rules. The error's lines name file, path and reason. */
export function compileVariant(variant: Variant): Result<CompiledVariant, readonly string[]> {
  const { scenario, sources, seed, days } = variant;
  const city = compileCity(sourcesHash(sources), sources, undefined);
  if (!city.ok) return err(city.error.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`));
  const directory = parseDirectory(sources.directory);
  if (!directory.ok) throw new Error('a compiled directory does not parse again');
  return ok({
    scenario,
    rules: city.value.rules,
    unitWeights: Float64Array.from(directory.value.units, ({ weight }) => weight ?? 0),
    seed,
    ...(days === undefined ? {} : { days }),
  });
}

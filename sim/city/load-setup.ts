import { readCity } from '../../functions/adapters/rules/read-city.ts';
import { citySources } from '../../functions/core/city/city-sources.ts';
import { parseDirectory } from '../../functions/core/directory/parse-directory.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { functionsFolder } from '../city-data/city-folders.ts';
import type { CitySetup } from './city-setup.ts';
import { readScenarios } from './read-scenarios.ts';
import { resolveScenario } from './resolve-scenario.ts';
import type { Scenario } from './scenario-schema.ts';

export type SetupChoice = {
  /** Id of a shipped scenario, or a whole one. */
  readonly scenario: string | Scenario;
  /** The scenario's own pack if absent. */
  readonly pack?: string;
  readonly seed?: number;
  readonly replication?: number;
  readonly days?: number;
};

/** Reads scenario, city and pack. The error's lines name file, path and reason. */
export function loadSetup(choice: SetupChoice): Result<CitySetup, readonly string[]> {
  const scenario = findScenario(choice.scenario);
  if (!scenario.ok) return scenario;
  const { city, pack } = scenario.value;
  const read = readCity({ dataDir: functionsFolder, city, pack: choice.pack ?? pack, speed: 1 });
  if (!read.ok) return err(read.error.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`));
  const directory = parseDirectory(citySources.parse(JSON.parse(read.value.sources)).directory);
  if (!directory.ok) throw new Error('a compiled directory does not parse again');
  return ok({
    scenario: scenario.value,
    rules: read.value.rules,
    unitWeights: Float64Array.from(directory.value.units, ({ weight }) => weight ?? 0),
    seed: choice.seed ?? 1,
    replication: choice.replication ?? 0,
    ...(choice.days === undefined ? {} : { days: choice.days }),
  });
}

function findScenario(wanted: string | Scenario): Result<Scenario, readonly string[]> {
  if (typeof wanted !== 'string') return ok(wanted);
  const files = readScenarios();
  if (!files.ok) return err([files.error]);
  const resolved = resolveScenario(files.value, wanted);
  if (resolved.ok) return resolved;
  return err(resolved.error.map(({ path, reason }) => `scenario ${wanted}: ${path}: ${reason}`));
}

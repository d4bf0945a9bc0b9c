import { hashOf } from '../../functions/adapters/rules/hash-of.ts';
import { readSources } from '../../functions/adapters/rules/read-sources.ts';
import { checkCity } from '../../functions/core/city/check-city.ts';
import type { CityProblem } from '../../functions/core/city/city-problem.ts';
import { compileCheckedRules } from '../../functions/core/city/compile-checked.ts';
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
  const read = readSources({ dataDir: functionsFolder, city, pack: choice.pack ?? pack });
  if (!read.ok) return err(read.error.map(lineOf));
  const { sources } = read.value;
  const checked = checkCity(sources);
  if (!checked.ok) return err(checked.error.map(lineOf));
  const rules = compileCheckedRules(hashOf(JSON.stringify(sources)), sources, checked.value);
  if (!rules.ok) return err(rules.error.map(lineOf));
  return ok({
    scenario: scenario.value,
    rules: rules.value,
    unitWeights: Float64Array.from(checked.value.directory.units, ({ weight }) => weight ?? 0),
    seed: choice.seed ?? 1,
    replication: choice.replication ?? 0,
    ...(choice.days === undefined ? {} : { days: choice.days }),
  });
}

const lineOf = ({ file, path, reason }: CityProblem): string => `${file}: ${path}: ${reason}`;

function findScenario(wanted: string | Scenario): Result<Scenario, readonly string[]> {
  if (typeof wanted !== 'string') return ok(wanted);
  const files = readScenarios();
  if (!files.ok) return err([files.error]);
  const resolved = resolveScenario(files.value, wanted);
  if (resolved.ok) return resolved;
  return err(resolved.error.map(({ path, reason }) => `scenario ${wanted}: ${path}: ${reason}`));
}

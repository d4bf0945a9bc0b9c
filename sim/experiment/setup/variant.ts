import type { CityProblem } from '../../../functions/core/city/city-problem.ts';
import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import { compileCheckedRules } from '../../../functions/core/city/compile-checked.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { CitySetup } from '../../city/city-setup.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import { checkedCity } from './checked-city.ts';
import { sourcesHash } from './choose-pack.ts';
import { scenarioProblems } from './scenario-problems.ts';

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

type Compiled = Result<CompiledVariant, readonly string[]>;

/** The variant compiled last, because who has checked one mostly runs it next; a sweep has too many to keep them all. */
let latest: { readonly variant: Variant; readonly compiled: Compiled } | undefined;

/** Compiles a variant's city and rules. The error's lines name file, path and reason. */
export function compileVariant(variant: Variant): Compiled {
  if (latest?.variant !== variant) latest = { variant, compiled: compile(variant) };
  return latest.compiled;
}

function compile(variant: Variant): Compiled {
  const { scenario, sources, seed, days } = variant;
  const city = checkedCity(sources);
  if (!city.ok) return err(city.error.map(lineOf));
  const rules = compileCheckedRules(sourcesHash(sources), sources, city.value);
  if (!rules.ok) return err(rules.error.map(lineOf));
  const compiled: CompiledVariant = {
    scenario,
    rules: rules.value,
    unitWeights: Float64Array.from(city.value.directory.units, ({ weight }) => weight ?? 0),
    seed,
    ...(days === undefined ? {} : { days }),
  };
  const problems = scenarioProblems({ ...compiled, replication: 0 });
  return problems.length === 0
    ? ok(compiled)
    : err(problems.map((problem) => `scenario ${scenario.id}: ${problem}`));
}

const lineOf = ({ file, path, reason }: CityProblem): string => `${file}: ${path}: ${reason}`;

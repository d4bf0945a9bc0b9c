import { checkCity } from '../../../functions/core/city/check-city.ts';
import type { CheckedCity } from '../../../functions/core/city/checked-city.ts';
import type { CityProblem } from '../../../functions/core/city/city-problem.ts';
import type { CitySources } from '../../../functions/core/city/city-sources.ts';
import { problemLine } from '../../../functions/core/directory/data-problem.ts';
import type { Policy } from '../../../functions/core/policy/policy-schema.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { err, type Result } from '../../../functions/core/result.ts';

const known = new WeakMap<CitySources, Result<CheckedCity, readonly CityProblem[]>>();

/** The sources as their schemas read them, or what is wrong with them. Done once: it takes longer than compiling them. */
export function checkedCity(sources: CitySources): Result<CheckedCity, readonly CityProblem[]> {
  const checked = known.get(sources) ?? checkCity(sources);
  known.set(sources, checked);
  return checked;
}

/** The pack of some sources alone, whatever the city: its rules, or what is wrong with them, a line each. */
export function checkedPack({ files, packs, pack }: CitySources): Result<Policy, readonly string[]> {
  const policy = resolvePolicy(new Map(Object.entries(packs)), pack);
  return policy.ok ? policy : err(policy.error.map((problem) => problemLine(files.pack, problem)));
}

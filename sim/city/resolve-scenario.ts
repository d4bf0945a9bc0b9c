import { type DataProblem, shapeProblems } from '../../functions/core/directory/data-problem.ts';
import { layOverlays } from '../../functions/core/lay-overlays.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { type Scenario, scenarioSchema } from './scenario-schema.ts';

/**
 * Lays a scenario on those it extends and checks the whole.
 *
 * @param files parsed JSON of the scenario files by id
 * @returns the whole scenario, or each problem with its path in it
 */
export function resolveScenario(
  files: ReadonlyMap<string, unknown>,
  id: string,
): Result<Scenario, readonly DataProblem[]> {
  const merged = layOverlays(files, id, 'scenario');
  if (!merged.ok) return merged;
  const parsed = scenarioSchema.safeParse(merged.value);
  return parsed.success ? ok(parsed.data) : err(shapeProblems(parsed.error));
}

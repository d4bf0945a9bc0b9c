import { type DataProblem, shapeProblems } from '../directory/data-problem.ts';
import { layOverlays } from '../lay-overlays.ts';
import { err, ok, type Result } from '../result.ts';
import { type Policy, policy } from './policy-schema.ts';

/**
 * Lays a pack on its bases and checks the whole.
 *
 * @param packs pack files' contents (parsed JSON) by id
 * @returns the whole pack, or each problem with its path in the merged pack
 */
export function resolvePolicy(
  packs: ReadonlyMap<string, unknown>,
  id: string,
): Result<Policy, readonly DataProblem[]> {
  const merged = layOverlays(packs, id, 'policy pack');
  if (!merged.ok) return merged;
  const parsed = policy.safeParse(merged.value);
  return parsed.success ? ok(parsed.data) : err(shapeProblems(parsed.error));
}

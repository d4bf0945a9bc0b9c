import type { DataProblem } from '../../functions/core/directory/data-problem.ts';
import { shapeProblems } from '../../functions/core/directory/data-problem.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { type Scenario, scenarioSchema } from './scenario-schema.ts';

type Content = { readonly [key: string]: unknown };

/** Most scenarios laid on one another. */
const overlaysMax = 8;

/**
 * Lays a scenario on the one it extends, and so on, and checks the whole. Objects merge key by key; a leaf
 * (`{ value, … }`) and a list replace what they meet; `null` removes a key.
 *
 * @param files parsed JSON of the scenario files by id
 * @returns the whole scenario, or each problem with its path in it
 */
export function resolveScenario(
  files: ReadonlyMap<string, unknown>,
  id: string,
): Result<Scenario, readonly DataProblem[]> {
  const chain: Content[] = [];
  for (let next: unknown = id; next !== undefined; next = chain[0]!.extends) {
    const content = files.get(String(next));
    if (!isContent(content)) {
      const known = [...files.keys()].join(', ');
      return err([{ path: 'extends', reason: `there is no scenario "${next}"; known: ${known}` }]);
    }
    chain.unshift(content);
    if (chain.length > overlaysMax) {
      return err([{ path: 'extends', reason: `more than ${overlaysMax} overlays: do they form a circle?` }]);
    }
  }
  const { extends: _, ...merged } = chain.reduce((base, overlay) => merge(base, overlay));
  const parsed = scenarioSchema.safeParse(merged);
  return parsed.success ? ok(parsed.data) : err(shapeProblems(parsed.error));
}

function merge(base: Content, overlay: Content): Content {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    const below = merged.get(key);
    if (value === null) merged.delete(key);
    else if (isContent(below) && isContent(value) && !Object.hasOwn(value, 'value')) {
      merged.set(key, merge(below, value));
    } else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

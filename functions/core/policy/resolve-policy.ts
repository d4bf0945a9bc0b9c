import { type DataProblem, shapeProblems } from '../directory/data-problem.ts';
import { err, ok, type Result } from '../result.ts';
import { type Policy, policy } from './policy-schema.ts';

type Content = { readonly [key: string]: unknown };

/** Most overlays on one base; a pack that needs more is a circle or a maze. */
const overlaysMax = 8;

/**
 * Lays an overlay on its base, its base's base and so on, and checks the whole. Objects merge key by key; a sourced
 * value (`{ value, … }`) and a list replace what they meet; `null` removes a key.
 *
 * @param packs pack files' contents (parsed JSON) by id
 * @returns the whole pack, or each problem with its path in the merged pack
 */
export function resolvePolicy(
  packs: ReadonlyMap<string, unknown>,
  id: string,
): Result<Policy, readonly DataProblem[]> {
  const chain: Content[] = [];
  for (let next: unknown = id; next !== undefined; next = chain[0]!.extends) {
    const content = packs.get(String(next));
    if (!isContent(content)) return err([{ path: 'extends', reason: `there is no policy pack "${next}"` }]);
    chain.unshift(content);
    if (chain.length > overlaysMax) {
      return err([{ path: 'extends', reason: `more than ${overlaysMax} overlays: do they form a circle?` }]);
    }
  }
  const { extends: _, ...merged } = chain.reduce((base, overlay) => merge(base, overlay));
  const parsed = policy.safeParse(merged);
  return parsed.success ? ok(parsed.data) : err(shapeProblems(parsed.error));
}

function merge(base: Content, overlay: Content): Content {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    const below = merged.get(key);
    if (value === null) merged.delete(key);
    else if (isContent(below) && isContent(value) && !isSourced(value)) merged.set(key, merge(below, value));
    else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isSourced = (value: Content) => Object.hasOwn(value, 'value');

import { basename } from 'node:path';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { readScenarios } from '../../city/read-scenarios.ts';
import { resolveScenario } from '../../city/resolve-scenario.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import { readJson } from '../../city-data/read-json.ts';
import { isContent } from './merged-pack.ts';

/**
 * A scenario by the name of a shipped one, or from a file of the planner's own (`mine.json`), which may extend a shipped
 * one. The error's lines say what is wrong where; an unknown name is told the known ones.
 */
export function chooseScenario(name: string): Result<Scenario, readonly string[]> {
  const shipped = readScenarios();
  if (!shipped.ok) return err([shipped.error]);
  const files = new Map(shipped.value);
  let id = name;
  if (name.endsWith('.json')) {
    const own = readJson(name);
    if (!own.ok) return err([`${name} ${own.error.reason}`]);
    if (!isContent(own.value)) return err([`${name}: is no scenario: expected { "schema": …, … }`]);
    id = basename(name, '.json');
    files.set(id, own.value);
  } else if (!files.has(name)) {
    return err([
      `unknown scenario "${name}"; known: ${[...files.keys()].join(', ')}, or a file that ends in .json`,
    ]);
  }
  const resolved = resolveScenario(files, id);
  return resolved.ok
    ? ok(resolved.value)
    : err(resolved.error.map(({ path, reason }) => `scenario ${name}: ${path}: ${reason}`));
}

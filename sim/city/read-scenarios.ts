import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { readJson } from '../city-data/read-json.ts';

/** Where the shipped scenarios are. */
const scenariosFolder = join(import.meta.dirname, '../scenarios');

/** Reads every shipped scenario file, unresolved, by id, in order of id. The error names the file and what is wrong. */
export function readScenarios(): Result<ReadonlyMap<string, unknown>, string> {
  const files = new Map<string, unknown>();
  for (const name of readdirSync(scenariosFolder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const content = readJson(join(scenariosFolder, name));
    if (!content.ok) return err(`${name} ${content.error.reason}`);
    files.set(name.slice(0, -'.json'.length), content.value);
  }
  return ok(files);
}

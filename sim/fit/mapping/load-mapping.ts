import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemLine, shapeProblems } from '../../../functions/core/directory/data-problem.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { readJson } from '../../city-data/read-json.ts';
import { type Mapping, mapping } from './mapping-schema.ts';

const folder = join(import.meta.dirname, '../mappings');

/** The mappings that ship. */
export const knownMappings = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/** Loads a mapping by name, or from a file of the planner's own (`./mine.json`). The error's lines name the file. */
export const loadMapping = (name: string): Result<Mapping, readonly string[]> => {
  const known = knownMappings();
  const isFile = name.endsWith('.json');
  if (!(isFile || known.includes(name))) {
    return err([`there is no mapping "${name}"; known: ${known.join(', ')}, or a file that ends in .json`]);
  }
  const file = isFile ? name : join(folder, `${name}.json`);
  const content = readJson(file);
  if (!content.ok) return err([`${file} ${content.error.reason}`]);
  const parsed = mapping.safeParse(content.value);
  return parsed.success
    ? ok(parsed.data)
    : err(shapeProblems(parsed.error).map((problem) => problemLine(file, problem)));
};

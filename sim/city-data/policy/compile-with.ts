import { join } from 'node:path';
import type { CityProblem } from '../../../functions/core/city/city-problem.ts';
import { compileCity } from '../../../functions/core/city/compile-city.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { cityFolder } from '../city-folders.ts';
import { readJson } from '../read-json.ts';
import type { PackChain } from './pack-chain.ts';

/** Compiles a pack with a shipped city, as a host does when it starts. Returns every problem, with its file. */
export const compileWith = (city: string, chain: PackChain, packFile: string): readonly CityProblem[] => {
  const folder = cityFolder(city);
  const problems: CityProblem[] = [];
  const read = (name: string): unknown => {
    const content = readJson(join(folder, name));
    if (content.ok) return content.value;
    problems.push({ file: join(folder, name), path: '(file)', reason: content.error.reason });
    return undefined;
  };
  const [directory, catalogue] = [read('directory.json'), read('catalogue.json')];
  if (problems.length > 0) return problems;
  const policy = resolvePolicy(chain.packs, chain.id);
  const list = policy.ok ? policy.value.duties?.list.value : undefined;
  const duties = typeof list === 'string' ? read(`${list}.json`) : undefined;
  if (problems.length > 0) return problems;
  const files = {
    directory: join(folder, 'directory.json'),
    catalogue: join(folder, 'catalogue.json'),
    pack: packFile,
    ...(duties === undefined ? {} : { duties: join(folder, `${list}.json`) }),
  };
  const compiled = compileCity(
    'check',
    {
      format: 1,
      city,
      pack: chain.id,
      speed: 1,
      directory,
      catalogue,
      duties,
      packs: Object.fromEntries(chain.packs),
      files,
    },
    undefined,
  );
  return compiled.ok ? [] : compiled.error.map((problem) => ({ ...problem, file: fileOf(problem, files) }));
};

/** Where pack, catalogue and directory do not fit each other the compiler names the pack; the path tells whose it is. */
const fileOf = ({ path, file }: CityProblem, files: { directory: string; catalogue: string }): string => {
  if (path.startsWith('groups[')) return files.catalogue;
  return path === 'units' || path.startsWith('units[') ? files.directory : file;
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityProblem } from '../../core/city/city-problem.ts';
import type { CitySources } from '../../core/city/city-sources.ts';
import { repeatedKey } from '../../core/directory/repeated-key.ts';
import { resolvePolicy } from '../../core/policy/resolve-policy.ts';
import { err, ok, type Result } from '../../core/result.ts';

export type SourcesChoice = {
  /** The folder that holds `cities/` and `policies/`. */
  readonly dataDir: string;
  readonly city: string;
  readonly pack: string;
};

/** What makes a city, as its files say; the outlines apart, where the directory names their file. */
export interface ReadSources {
  readonly sources: CitySources;
  readonly shapes: unknown;
}

/** Reads the files that make a city with a policy pack, at the speed of life. Each problem names its file and reason. */
export function readSources({
  dataDir,
  city,
  pack,
}: SourcesChoice): Result<ReadSources, readonly CityProblem[]> {
  const packs = readPacks(join(dataDir, 'policies'));
  if (!packs.ok) return packs;
  if (!Object.hasOwn(packs.value, pack)) {
    return err([
      { file: 'policies', path: pack, reason: `known packs: ${Object.keys(packs.value).join(', ')}` },
    ]);
  }
  const cities = readdirSync(join(dataDir, 'cities')).sort();
  if (!cities.includes(city)) {
    return err([{ file: 'cities', path: city, reason: `known cities: ${cities.join(', ')}` }]);
  }
  const folder = join(dataDir, 'cities', city);
  const directory = readJson(folder, 'directory.json');
  if (!directory.ok) return directory;
  const catalogue = readJson(folder, 'catalogue.json');
  if (!catalogue.ok) return catalogue;
  const shapesFile = (directory.value as { shapes?: unknown }).shapes;
  const shapes = typeof shapesFile === 'string' ? readJson(folder, shapesFile) : ok(undefined);
  if (!shapes.ok) return shapes;
  const chain = chainOf(packs.value, pack);
  const list = dutyListOf(chain, pack);
  const duties = list === undefined ? ok(undefined) : readJson(folder, `${list}.json`);
  if (!duties.ok) return duties;
  const sources: CitySources = {
    format: 1,
    city,
    pack,
    speed: 1,
    directory: directory.value,
    catalogue: catalogue.value,
    ...(list === undefined ? {} : { duties: duties.value }),
    packs: chain,
    files: {
      directory: `cities/${city}/directory.json`,
      catalogue: `cities/${city}/catalogue.json`,
      pack: `policies/${pack}.json`,
      ...(list === undefined ? {} : { duties: `cities/${city}/${list}.json` }),
      ...(typeof shapesFile === 'string' ? { shapes: `cities/${city}/${shapesFile}` } : {}),
    },
  };
  return ok({ sources, shapes: shapes.value });
}

type Packs = Readonly<Record<string, unknown>>;

function readPacks(folder: string): Result<Packs, readonly CityProblem[]> {
  const packs: Record<string, unknown> = {};
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const content = readJson(folder, name);
    if (!content.ok) return content;
    packs[name.slice(0, -'.json'.length)] = content.value;
  }
  return ok(packs);
}

/** Only what the chosen pack rests on: an edit to another pack must not change this one's hash. */
function chainOf(packs: Packs, pack: string): Packs {
  const chain: Record<string, unknown> = {};
  let next: unknown = pack;
  while (typeof next === 'string' && Object.hasOwn(packs, next) && !Object.hasOwn(chain, next)) {
    chain[next] = packs[next];
    next = (packs[next] as { extends?: unknown } | null)?.extends;
  }
  return chain;
}

/** The duty list the pack names; what is wrong with the pack is told when it is compiled. */
function dutyListOf(chain: Packs, pack: string): string | undefined {
  const policy = resolvePolicy(new Map(Object.entries(chain)), pack);
  return policy.ok ? (policy.value.duties?.list.value ?? undefined) : undefined;
}

function readJson(folder: string, name: string): Result<unknown, readonly CityProblem[]> {
  const file = join(folder, name);
  try {
    const text = readFileSync(file, 'utf8');
    const value: unknown = JSON.parse(text);
    const again = repeatedKey(text);
    if (again === undefined) return ok(value);
    return err([{ file, path: again.path, reason: `the key is there twice, again in line ${again.line}` }]);
  } catch (cause) {
    return err([{ file, path: '(file)', reason: cause instanceof Error ? cause.message : String(cause) }]);
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitySources } from '../../core/city/city-sources.ts';
import { type City, type CityProblem, compileCity } from '../../core/city/compile-city.ts';
import { resolvePolicy } from '../../core/policy/resolve-policy.ts';
import { err, ok, type Result } from '../../core/result.ts';

export type CityChoice = {
  /** The folder that holds `cities/` and `policies/`. */
  readonly dataDir: string;
  readonly city: string;
  readonly pack: string;
  readonly speed: number;
};

export type LoadedCity = City & { readonly sources: string };

/** Reads and compiles a city with a policy pack. Each problem names its file, path and reason. */
export function readCity({
  dataDir,
  city,
  pack,
  speed,
}: CityChoice): Result<LoadedCity, readonly CityProblem[]> {
  const packs = readPacks(join(dataDir, 'policies'));
  if (!packs.ok) return packs;
  if (!Object.hasOwn(packs.value, pack)) {
    return err([
      { file: 'policies', path: pack, reason: `known packs: ${Object.keys(packs.value).join(', ')}` },
    ]);
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
  const chosen: CitySources = {
    format: 1,
    city,
    pack,
    speed,
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
  const sources = JSON.stringify(chosen);
  const compiled = compileCity(hashOf(sources), chosen, shapes.value);
  return compiled.ok ? ok({ ...compiled.value, sources }) : compiled;
}

/** The name of a set of sources: half of its SHA-256, as hex. */
const hashOf = (sources: string) => createHash('sha256').update(sources).digest('hex').slice(0, 32);

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
    return ok(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    return err([{ file, path: '(file)', reason: cause instanceof Error ? cause.message : String(cause) }]);
  }
}

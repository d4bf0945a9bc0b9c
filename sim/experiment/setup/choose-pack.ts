import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSources } from '../../../functions/adapters/rules/read-sources.ts';
import { type CitySources, citySources } from '../../../functions/core/city/city-sources.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { functionsFolder } from '../../city-data/city-folders.ts';
import { readJson } from '../../city-data/read-json.ts';
import { isContent } from './merged-pack.ts';

/** The packs that ship. */
export const knownPacks = (): string[] =>
  readdirSync(join(functionsFolder, 'policies'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/**
 * The sources of a city under a pack: a shipped pack by name, or one from a file of the planner's own (`mine.json`), which
 * may extend a shipped one. The error's lines say what is wrong where; an unknown name is told the known ones.
 */
export function choosePack(city: string, name: string): Result<CitySources, readonly string[]> {
  const isFile = name.endsWith('.json');
  const known = knownPacks();
  if (!(isFile || known.includes(name))) {
    return err([`unknown pack "${name}"; known: ${known.join(', ')}, or a file that ends in .json`]);
  }
  if (!isFile) return shippedPack(city, name);
  const own = readJson(name);
  if (!own.ok) return err([`${name} ${own.error.reason}`]);
  if (!isContent(own.value)) return err([`${name}: is no policy pack: expected { "schema": …, … }`]);
  const base = own.value.extends;
  if (base !== undefined && typeof base !== 'string') {
    return err([`${name}: extends: expected the name of a shipped pack`]);
  }
  if (base !== undefined && !known.includes(base)) {
    return err([`${name}: extends: unknown pack "${base}"; known: ${known.join(', ')}`]);
  }
  const below = shippedPack(city, base ?? known[0]!);
  if (!below.ok) return below;
  const id = basename(name, '.json');
  return ok({
    ...below.value,
    pack: id,
    packs: { ...(base === undefined ? {} : below.value.packs), [id]: own.value },
    files: { ...below.value.files, pack: name },
  });
}

function shippedPack(city: string, pack: string): Result<CitySources, readonly string[]> {
  const read = readSources({ dataDir: functionsFolder, city, pack });
  if (!read.ok) return err(read.error.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`));
  return ok(citySources.parse(read.value.sources));
}

/** The name of a set of sources, as the service gives it: half of its SHA-256, as hex. */
export const sourcesHash = (sources: CitySources): string =>
  createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 32);

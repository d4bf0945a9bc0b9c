import { type LoadedCity, readCity } from '../../functions/adapters/rules/read-city.ts';
import { parseCatalogue } from '../../functions/core/catalogue/parse-catalogue.ts';
import { citySources } from '../../functions/core/city/city-sources.ts';
import { parseDirectory } from '../../functions/core/directory/parse-directory.ts';
import type { Policy } from '../../functions/core/policy/policy-schema.ts';
import { resolvePolicy } from '../../functions/core/policy/resolve-policy.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { type RowLookup, rowLookup } from '../city-data/baltimore/row-lookup.ts';
import { functionsFolder } from '../city-data/city-folders.ts';
import type { ReplayCity } from './replay-options.ts';

/** A city ready to be replayed: compiled, with its pack as written and the way from a row to item and place. */
export type ReplayedCity = {
  readonly city: LoadedCity;
  readonly policy: Policy;
  readonly lookup: RowLookup;
};

/** Loads a shipped city with the pack of its name. The error's lines name file, path and reason. */
export const loadCity = (name: ReplayCity): Result<ReplayedCity, readonly string[]> => {
  const read = readCity({ dataDir: functionsFolder, city: name, pack: name, speed: 1 });
  if (!read.ok) return err(read.error.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`));
  const sources = citySources.parse(JSON.parse(read.value.sources));
  const directory = parseDirectory(sources.directory);
  const catalogue = parseCatalogue(sources.catalogue);
  const policy = resolvePolicy(new Map(Object.entries(sources.packs)), sources.pack);
  if (!directory.ok || !catalogue.ok || !policy.ok) throw new Error('compiled sources do not parse again');
  return ok({ city: read.value, policy: policy.value, lookup: rowLookup(directory.value, catalogue.value) });
};

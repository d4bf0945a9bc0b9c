import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { citiesFolder, cityFolder } from '../city-folders.ts';

export type NamesAndCity = { readonly names: readonly string[]; readonly city: string | undefined };

/** Takes `--city CITY` out of a command line; a city that does not ship is an error for a person. */
export const namesAndCity = (args: readonly string[]): Result<NamesAndCity, string> => {
  let city: string | undefined;
  let names: readonly string[];
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { city: { type: 'string' } },
      allowPositionals: true,
    });
    ({ city } = parsed.values);
    names = parsed.positionals;
  } catch (cause) {
    return err((cause instanceof Error ? cause.message : String(cause)).split('. To specify')[0] ?? '');
  }
  const isKnown =
    city === undefined || (/^[a-z0-9-]+$/.test(city) && existsSync(join(cityFolder(city), 'directory.json')));
  return isKnown
    ? ok({ names, city })
    : err(`--city ${city}: there is no such city; shipped: ${shippedCities().join(', ')}`);
};

const shippedCities = (): readonly string[] =>
  readdirSync(citiesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
